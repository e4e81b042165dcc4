import { execFileSync } from "node:child_process";
import type { ClusterAccess } from "../cluster";
import { isReleaseOfTests } from "../release-names";
import { killDescendants } from "./descendants";

interface Release {
  readonly name: string;
  readonly namespace: string;
}

/**
 * Takes off a cluster, when this process exits, what the tests of this run
 * made and did not delete: for one that outlives an interrupted run.
 *
 * That is what has the run's prefix, and the releases with the modules' default
 * names unless they are there already.
 */
export function sweepAtExit(access: ClusterAccess): void {
  const before = new Set(releasesOn(access).map(({ name, namespace }) => `${namespace}/${name}`));
  process.on("exit", () => {
    const added = () =>
      releasesOn(access).filter(
        ({ name, namespace }) =>
          !before.has(`${namespace}/${name}`) && isReleaseOfTests(name, access.prefix),
      );
    // Vitest's workers would go on making things until this process is gone.
    attempt(access, killDescendants);
    attempt(access, () => {
      for (const release of added()) attempt(access, () => uninstall(access, release));
    });
    attempt(access, () => deleteObjects(access));
  });
}

function releasesOn(access: ClusterAccess): Release[] {
  const all = ["--all", "--all-namespaces", "--max=0"];
  return JSON.parse(run(access, "helm", ["list", ...all, "--output=json"]));
}

function uninstall(access: ClusterAccess, { name, namespace }: Release): void {
  say(`uninstalling ${name}, which the tests left behind`);
  run(access, "helm", ["uninstall", name, `--namespace=${namespace}`, "--ignore-not-found"]);
}

function deleteObjects(access: ClusterAccess): void {
  const listed = run(access, "kubectl", ["get", "pv,storageclass,namespace", "--output=name"]);
  const left = listed.split("\n").filter((path) => path.split("/")[1]?.startsWith(access.prefix));
  if (left.length === 0) return;
  run(access, "kubectl", ["delete", "--ignore-not-found", "--wait=false", ...left]);
}

/** Synchronous, since nothing else runs in a process that exits. */
function run(access: ClusterAccess, program: "helm" | "kubectl", args: readonly string[]): string {
  const env = { ...process.env, KUBECONFIG: access.kubeconfig };
  return execFileSync(access[program], args, {
    env,
    encoding: "utf8",
    stdio: "pipe",
    timeout: 120_000,
    maxBuffer: 64 * 1024 * 1024,
  });
}

/** What fails keeps nothing else from being swept. */
function attempt({ prefix }: ClusterAccess, step: () => void): void {
  try {
    step();
  } catch (error) {
    const why = (error as Error).message;
    say(`the tests may have left behind what has ${prefix} in its name: delete it. ${why}`);
  }
}

function say(what: string): void {
  process.stderr.write(`cluster: ${what}\n`);
}
