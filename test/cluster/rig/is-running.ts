import { run } from "../../../scripts/command/run";

/** Whether a process runs; one that was killed stays listed as a zombie until its parent asks. */
export async function isRunning(pid: number): Promise<boolean> {
  const state = await run("ps", ["-o", "stat=", "-p", String(pid)]).catch(() => "");
  return state !== "" && !state.startsWith("Z");
}
