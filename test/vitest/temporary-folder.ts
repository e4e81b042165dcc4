import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What the name of the run's folder begins with. */
export const PREFIX = "csi-tests-";

/**
 * Gives a run a temporary folder of its own, which is gone after it: cdktf
 * leaves a folder behind for each app.
 */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), PREFIX));
  process.env.TMPDIR = folder;
  const remove = () => rmSync(folder, { recursive: true, force: true });
  // An interrupted run has no teardown.
  process.once("exit", remove);
  return remove;
}
