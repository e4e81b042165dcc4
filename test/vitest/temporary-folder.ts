import { mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Gives a run a temporary folder of its own, which is gone after it: cdktf
 * leaves a folder behind for each app.
 */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), "csi-tests-"));
  process.env.TMPDIR = folder;
  const remove = () => {
    process.off("exit", remove);
    // Workers may end later than an interrupted run, and would write to a folder of the old name.
    const renamed = `${folder}-removed`;
    renameSync(folder, renamed);
    rmSync(renamed, { recursive: true, force: true, maxRetries: 5 });
  };
  // An interrupted run has no teardown: at a signal Vitest ends its process.
  process.once("exit", remove);
  return remove;
}
