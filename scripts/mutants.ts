/**
 * Breaks the source on purpose, in copies of the repository, and fails unless a
 * test notices each time; with --only <text> just the mutants whose name has it.
 */
import { join } from "node:path";
import { buildLibrary } from "./build/library";
import { main } from "./main";
import { mutants } from "./mutants/mutants";
import { runMutants } from "./mutants/run";

main({ options: { only: { type: "string", default: "" } } }, async ({ values: { only } }) => {
  const root = join(__dirname, "..");
  const chosen = mutants.filter(({ name }) => name.includes(only));
  if (chosen.length === 0) {
    throw new Error(`No mutant's name has "${only}": leave --only out to run all.`);
  }
  // The tests read what the build writes.
  buildLibrary(root);
  const survivors = await runMutants(root, chosen);
  if (survivors.length > 0) {
    const lines = survivors.map(
      ({ name, file, killedBy }) =>
        `survived: ${file} ${name}. No test of ${killedBy} fails: add one.`,
    );
    throw new Error(lines.join("\n"));
  }
});
