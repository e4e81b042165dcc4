import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

const live = new Set<OwnedProcesses>();

process.on("exit", () => {
  for (const owner of live) owner.endNow();
});
for (const [signal, number] of [
  ["SIGHUP", 1],
  ["SIGINT", 2],
  ["SIGTERM", 15],
] as const) {
  process.on(signal, () => process.exit(128 + number));
}

/**
 * Processes and the temporary folder that holds all they write, which end with
 * this process, however it ends.
 *
 * They are killed outright: what they would save on the way out goes with the
 * folder.
 */
export class OwnedProcesses {
  /** Temporary folder of these processes. */
  readonly folder: string;
  private readonly children = new Map<string, ChildProcess>();

  constructor(prefix: string) {
    this.folder = mkdtempSync(join(tmpdir(), prefix));
    live.add(this);
  }

  /** Starts a command, whose output goes to `<name>.log` in the folder. */
  start(command: string, args: readonly string[]): void {
    const name = basename(command);
    const log = openSync(this.logFile(name), "a");
    const child = spawn(command, args, { cwd: this.folder, stdio: ["ignore", log, log] });
    closeSync(log);
    child.on("error", () => undefined); // told by `failure`: the process has no pid
    this.children.set(name, child);
  }

  /** What there is to say of the processes that ended by themselves, if any did. */
  failure(): string | undefined {
    const ended = [...this.children].filter(([, child]) => hasEnded(child));
    if (ended.length === 0) return undefined;
    return ended.map(([name, child]) => `${name} ${ending(child)}:\n${this.tail(name)}`).join("\n");
  }

  /** The last lines of every process's log. */
  tails(): string {
    return [...this.children.keys()].map((name) => `${name}:\n${this.tail(name)}`).join("\n");
  }

  /** Ends the processes and removes the folder. */
  async end(): Promise<void> {
    const ends = [...this.children.values()]
      .filter((child) => !hasEnded(child))
      .map((child) => once(child, "exit"));
    this.kill();
    await Promise.all(ends);
    this.endNow();
  }

  /** The same at once, for a process that is about to exit. */
  endNow(): void {
    this.kill();
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
    live.delete(this);
  }

  private kill(): void {
    for (const child of this.children.values()) child.kill("SIGKILL");
  }

  private logFile(name: string): string {
    return join(this.folder, `${name}.log`);
  }

  private tail(name: string): string {
    const lines = readFileSync(this.logFile(name), "utf8").trimEnd().split("\n");
    return lines
      .slice(-15)
      .map((line) => `  ${line}`)
      .join("\n");
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}

function ending(child: ChildProcess): string {
  if (child.pid === undefined) return "could not be started";
  return child.signalCode === null
    ? `ended with exit code ${child.exitCode}`
    : `was ended by ${child.signalCode}`;
}
