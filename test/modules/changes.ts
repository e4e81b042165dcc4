import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Change, readChanges } from "../../scripts/generate/changes";

/** The rows of a module's changes.yaml. */
export function changesOf(module: string): Change[] {
  const file = join(__dirname, "..", "..", "csi", module, "changes.yaml");
  return readChanges(readFileSync(file, "utf8"), []);
}

/** All inputs that rows give, each with the last value that it has in them. */
export function allInputsOf(changes: readonly Change[]): Record<string, unknown> {
  return Object.assign({}, ...changes.flatMap((row) => [row.before, row.after]));
}
