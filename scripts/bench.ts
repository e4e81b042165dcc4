/**
 * Measures whole processes, several runs each, and prints the medians with the
 * bars they are held to; fails where a bar does not hold. What it measures it
 * builds first.
 *
 * npm run bench                 all sections
 * npm run bench -- generate go  these alone
 */
import { join } from "node:path";
import { holds, render } from "./bench/report";
import { chooseSections } from "./bench/sections";
import { buildLibrary } from "./build/library";
import { main } from "./main";
import { packAll } from "./package/pack-all";

main({ allowPositionals: true }, async ({ positionals }) => {
  const root = join(__dirname, "..");
  const chosen = chooseSections(positionals);
  buildLibrary(root);
  if (chosen.some(({ needsPackages }) => needsPackages)) {
    packAll(root, join(root, "dist"));
  }
  let failed = 0;
  for (const { measure } of chosen) {
    const section = await measure();
    console.log(`\n${render(section)}`);
    failed += section.bars.filter((bar) => !holds(bar)).length;
  }
  if (failed > 0) {
    throw new Error(`${failed} ${failed === 1 ? "bar does" : "bars do"} not hold.`);
  }
});
