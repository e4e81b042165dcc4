/**
 * Breaks the source on purpose, in copies of the repository, and fails unless a
 * test notices each time; with --only <text> just the mutants whose name has it.
 */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { mutants } from "./mutants/mutants";
import { runMutants } from "./mutants/run";

const { values } = parseArgs({ options: { only: { type: "string", default: "" } } });
const chosen = mutants.filter(({ name }) => name.includes(values.only));

async function main(): Promise<void> {
  if (chosen.length === 0) {
    throw new Error(`no mutant's name has "${values.only}": leave --only out to run all`);
  }
  const survivors = await runMutants(join(__dirname, ".."), chosen);
  for (const { name, file, killedBy } of survivors) {
    console.error(`survived: ${file} ${name}. No test of ${killedBy} fails: add one.`);
  }
  process.exitCode = survivors.length > 0 ? 1 : 0;
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
