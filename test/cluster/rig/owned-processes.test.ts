import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { run } from "../../../scripts/command/run";
import { OwnedProcesses } from "./owned-processes";

const sleeps = "echo $$ > pid; exec sleep 600";

/** A process that owns `sleep`, then does as told. */
async function startOwner(then: string) {
  const program = `
    const { OwnedProcesses } = require(${JSON.stringify(join(__dirname, "owned-processes.ts"))});
    const processes = new OwnedProcesses("owned-processes-test-");
    processes.start("sh", ["-c", "${sleeps}"]);
    console.log(processes.folder);
    ${then}`;
  const owner = spawn(process.execPath, ["--require", "tsx/cjs", "--eval", program], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  onTestFinished(() => void owner.kill("SIGKILL"));
  const [line] = await once(owner.stdout.setEncoding("utf8"), "data");
  return { owner, folder: String(line).trim() };
}

/** The process that `sh` was started as, once it has written it down. */
const pidIn = (folder: string) =>
  vi.waitFor(() => {
    const [pid] = readFileSync(join(folder, "pid"), "utf8").match(/^\d+$/m) ?? [];
    if (pid === undefined) throw new Error("not yet");
    return pid;
  }, 10_000);

/** The state of a process; one that was killed stays listed as a zombie until its parent asks. */
const stateOf = (pid: string) => run("ps", ["-o", "stat=", "-p", pid]).catch(() => "");

test.each([
  { how: "gets SIGINT", signal: "SIGINT" as const, does: "setInterval(() => undefined, 1000);" },
  { how: "gets SIGTERM", signal: "SIGTERM" as const, does: "setInterval(() => undefined, 1000);" },
  { how: "throws", does: "setTimeout(() => { throw 1 }, 1000);" },
])("processes and their folder end when their owner $how", async ({ signal, does }) => {
  const { owner, folder } = await startOwner(does);
  const pid = await pidIn(folder);
  expect(await stateOf(pid)).toMatch(/^[^Z]/);
  if (signal) owner.kill(signal);
  await vi.waitFor(async () => expect(await stateOf(pid)).toMatch(/^(Z|$)/), 10_000);
  await vi.waitFor(() => expect(existsSync(folder)).toBe(false), 10_000);
});

test("processes and their folder end when they are told to", async () => {
  const processes = new OwnedProcesses("owned-processes-test-");
  processes.start("sh", ["-c", sleeps]);
  const pid = await pidIn(processes.folder);
  expect(processes.failure()).toBeUndefined();
  await processes.end();
  expect(await stateOf(pid)).toMatch(/^(Z|$)/);
  expect(existsSync(processes.folder)).toBe(false);
});

test("a process that ends by itself is told with its exit code and the end of its log", async () => {
  const processes = new OwnedProcesses("owned-processes-test-");
  processes.start("sh", ["-c", "seq 100; echo out of cheese >&2; exit 3"]);
  const failure = await vi.waitUntil(() => processes.failure());
  await processes.end();
  expect(failure).toContain("sh ended with exit code 3:");
  expect(failure).toContain("  100\n  out of cheese");
  expect(failure).not.toContain("  50\n");
});

test("a program that does not exist is told", async () => {
  const processes = new OwnedProcesses("owned-processes-test-");
  processes.start("/no/such/program", []);
  expect(processes.failure()).toContain("program could not be started");
  await processes.end();
});
