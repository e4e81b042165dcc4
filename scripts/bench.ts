/**
 * Measures whole processes, several runs each, and prints the medians with the
 * bars they are held to; fails where a bar does not hold.
 *
 * npm run bench                 all sections
 * npm run bench -- generate go  these alone
 */
import { parseArgs } from "node:util";
import { holds, render } from "./bench/report";
import { chooseSections } from "./bench/sections";

async function main(): Promise<void> {
  const { positionals } = parseArgs({ allowPositionals: true });
  let failed = 0;
  for (const measure of chooseSections(positionals)) {
    const section = await measure();
    console.log(`\n${render(section)}`);
    failed += section.bars.filter((bar) => !holds(bar)).length;
  }
  if (failed > 0) {
    throw new Error(`${failed} ${failed === 1 ? "bar does" : "bars do"} not hold.`);
  }
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
