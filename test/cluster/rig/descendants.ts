import { execFileSync } from "node:child_process";

/** Kills at once every process that this one started, and those that these started. */
export function killDescendants(): void {
  const listed = execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" });
  const rows = listed
    .trim()
    .split("\n")
    .map((row) => row.trim().split(/\s+/).map(Number));
  const found = new Set([process.pid]);
  // A set is walked on through what is added meanwhile.
  for (const parent of found) {
    for (const [pid, ppid] of rows) if (pid !== undefined && ppid === parent) found.add(pid);
  }
  found.delete(process.pid);
  for (const pid of found) kill(pid);
}

/** `ps` itself is among them, and gone. */
function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
