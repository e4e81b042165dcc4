import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { isRunning } from "./is-running";
import { OwnedProcesses } from "./owned-processes";

/** A process that owns `sleep`, then does as told. */
async function startOwner(then: string) {
  const program = `
    const { OwnedProcesses } = require(${JSON.stringify(join(__dirname, "owned-processes.ts"))});
    const processes = new OwnedProcesses("owned-processes-test-");
    processes.start("sh", ["-c", "echo $$ > pid; exec sleep 600"]);
    console.log(processes.folder);
    ${then}`;
  const owner = spawn(process.execPath, ["--require", "tsx/cjs", "--eval", program], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  onTestFinished(() => void owner.kill("SIGKILL"));
  const ended = once(owner, "exit");
  const [line] = await once(owner.stdout.setEncoding("utf8"), "data");
  return { owner, ended, folder: String(line).trim() };
}

/** The process that `sh` was started as, once it has written it down. */
function pidIn(folder: string): Promise<number> {
  return vi.waitFor(() => {
    const [pid] = readFileSync(join(folder, "pid"), "utf8").match(/^\d+$/m) ?? [];
    if (pid === undefined) throw new Error("not yet");
    return Number(pid);
  }, 10_000);
}

describe("processes and their folder end", () => {
  test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
    "when their owner gets %s",
    async (signal) => {
      const { owner, ended, folder } = await startOwner("setInterval(() => undefined, 1000);");
      const pid = await pidIn(folder);
      expect(await isRunning(pid)).toBe(true);
      owner.kill(signal);
      await ended;
      await vi.waitFor(async () => expect(await isRunning(pid)).toBe(false), 10_000);
      expect(existsSync(folder)).toBe(false);
    },
  );

  test("when their owner throws", async () => {
    const { ended, folder } = await startOwner("setTimeout(() => { throw 1 }, 1000);");
    const pid = await pidIn(folder);
    expect(await isRunning(pid)).toBe(true);
    await ended;
    await vi.waitFor(async () => expect(await isRunning(pid)).toBe(false), 10_000);
    expect(existsSync(folder)).toBe(false);
  });

  test("when they are told to", async () => {
    const processes = new OwnedProcesses("owned-processes-test-");
    processes.start("sh", ["-c", "echo $$ > pid; exec sleep 600"]);
    const pid = await pidIn(processes.folder);
    await processes.end();
    expect(await isRunning(pid)).toBe(false);
    expect(existsSync(processes.folder)).toBe(false);
  });
});

describe("a process that ends by itself", () => {
  test("is told with its exit code and the end of its log", async () => {
    const processes = new OwnedProcesses("owned-processes-test-");
    processes.start("sh", ["-c", "seq 100; echo out of cheese >&2; exit 3"]);
    processes.start("sleep", ["600"]);
    const failure = await vi.waitUntil(() => processes.failure());
    await processes.end();
    expect(failure).toContain("sh ended with exit code 3:");
    expect(failure).toContain("  100\n  out of cheese");
    expect(failure).not.toContain("  50\n");
    expect(failure).not.toContain("sleep");
  });

  test("is told when the program does not exist", async () => {
    const processes = new OwnedProcesses("owned-processes-test-");
    processes.start("/no/such/program", []);
    expect(processes.failure()).toContain("program could not be started");
    await processes.end();
  });

  test("is not told of those that run", async () => {
    const processes = new OwnedProcesses("owned-processes-test-");
    processes.start("sleep", ["600"]);
    expect(processes.failure()).toBeUndefined();
    await processes.end();
  });
});
