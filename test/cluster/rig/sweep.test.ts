import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, expect, onTestFinished, test } from "vitest";
import { isRunning } from "./is-running";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sweep-test-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What helm lists, and kubectl. */
interface Content {
  readonly releases?: readonly string[];
  readonly objects?: readonly string[];
}

/** Puts onto the fake cluster what the fake programs list from now on. */
function cluster({ releases = [], objects = [] }: Content): void {
  const listed = releases
    .map((path) => path.split("/"))
    .map(([namespace, name]) => ({ namespace, name }));
  writeFileSync(join(folder, "helm.list"), JSON.stringify(listed));
  writeFileSync(join(folder, "kubectl.get"), objects.map((path) => `${path}\n`).join(""));
}

/** A program that lists what `cluster` says, fails on a release that ends in 00000bad, notes the rest. */
function fake(program: "helm" | "kubectl"): string {
  const path = join(folder, program);
  const script = `#!/bin/sh
    cd ${folder}
    if [ -e ${program}.$1 ]; then exec cat ${program}.$1; fi
    echo ${program} "$@" >> done
    case "$2" in *-00000bad) echo no cheese >&2; exit 1; esac`;
  writeFileSync(path, script, { mode: 0o755 });
  return path;
}

/**
 * What a run does and says that ends by a signal after it put this onto the
 * cluster; and its worker, a process that it started through another.
 */
async function swept(signal: NodeJS.Signals, before: Content, after: Content) {
  cluster(before);
  const [helm, kubectl] = [fake("helm"), fake("kubectl")];
  const access = { helm, kubectl, kubeconfig: "/dev/null", prefix: "csi-test-1-", isShared: true };
  const required = (name: string) => `require(${JSON.stringify(join(__dirname, name))})`;
  const program = `
    ${required("owned-processes.ts")};
    ${required("sweep.ts")}.sweepAtExit(${JSON.stringify(access)});
    require("node:child_process").spawn("sh", ["-c", "sleep 60 & echo $!; wait"], {
      stdio: ["ignore", "inherit", "ignore"],
    });`;
  const run = spawn(process.execPath, ["--require", "tsx/cjs", "--eval", program], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  onTestFinished(() => void run.kill("SIGKILL"));
  const said = text(run.stderr);
  const [worker] = await once(run.stdout.setEncoding("utf8"), "data");
  cluster(after);
  writeFileSync(join(folder, "done"), "");
  run.kill(signal);
  await once(run, "exit");
  const done = readFileSync(join(folder, "done"), "utf8").trimEnd().split("\n");
  return { done, said: await said, worker: Number(worker) };
}

test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
  "a run that gets %s takes all with it that has its prefix, releases first",
  async (signal) => {
    const objects = ["persistentvolume/csi-test-1-a", "namespace/csi-test-1-b"];
    const releases = ["csi-test-1-b/csi-test-1-c"];
    const { done } = await swept(signal, {}, { releases, objects });
    expect(done).toEqual([
      "helm uninstall csi-test-1-c --namespace=csi-test-1-b --ignore-not-found",
      `kubectl delete --ignore-not-found --wait=false ${objects.join(" ")}`,
    ]);
  },
);

test("releases of the default names are taken if the run made them", async () => {
  const releases = [
    "kube-system/efs-sc-01234567",
    "kube-system/s3-mountpoint-01234567",
    "kube-system/aws-efs-csi-driver",
    "kube-system/aws-mountpoint-s3-csi-driver",
  ];
  const { done } = await swept("SIGINT", { releases: releases.slice(0, 1) }, { releases });
  expect(done.map((line) => line.split(" ")[2])).toEqual([
    "s3-mountpoint-01234567",
    "aws-efs-csi-driver",
    "aws-mountpoint-s3-csi-driver",
  ]);
});

test("what others made meanwhile stays", async () => {
  const releases = ["shop/till", "kube-system/efs-sc-of-another", "csi-test-2-a/csi-test-2-b"];
  const objects = ["namespace/shop", "namespace/csi-test-2-a", "persistentvolume/pvc-csi-test-1-"];
  const { done } = await swept("SIGINT", {}, { releases, objects });
  expect(done).toEqual([""]);
});

test("no process that the run started goes on making things", async () => {
  const { worker } = await swept("SIGINT", {}, {});
  expect(worker).toBeGreaterThan(1);
  expect(await isRunning(worker)).toBe(false);
});

test("what cannot be deleted is told, and the rest goes", async () => {
  const releases = ["kube-system/efs-sc-00000bad", "kube-system/csi-test-1-b"];
  const objects = ["namespace/csi-test-1-b"];
  const { done, said } = await swept("SIGINT", {}, { releases, objects });
  expect(said).toContain("delete it. Command failed:");
  expect(said).toContain("no cheese");
  expect(done).toHaveLength(3);
});
