import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { progress } from "../../../scripts/command/progress";
import { go, goCache } from "../../go-programs";

/** Of Kubernetes: KUBERNETES_VERSION chooses another. */
const version = process.env.KUBERNETES_VERSION ?? "v1.34.2";

/** The path of a program of Kubernetes, which is installed. */
export async function kubernetesProgram(
  name: "kube-apiserver" | "kube-controller-manager" | "kubectl",
): Promise<string> {
  const [major, minor] = version.slice(1).split(".");
  const told = Object.entries({ gitVersion: version, gitMajor: major, gitMinor: minor });
  // As release builds have it: charts that ask for a version refuse a server that knows none.
  const flags = told.map(([key, is]) => `-X k8s.io/component-base/version.${key}=${is}`);
  await progress(`installing ${name} ${version}`, async () =>
    go(
      ["install", `-ldflags=-s -w ${flags.join(" ")}`, `k8s.io/kubernetes/cmd/${name}`],
      await moduleFolder(),
    ),
  );
  return join(goCache, name);
}

/**
 * A Go module that requires Kubernetes. `go install` does not take it by itself: its go.mod has
 * folders for its libraries, which have versions of their own.
 *
 * @see https://github.com/kubernetes/kubernetes/tree/v1.34.2/staging
 */
async function moduleFolder(): Promise<string> {
  const download = await go(["mod", "download", "-json", `k8s.io/kubernetes@${version}`]);
  const text = readFileSync(JSON.parse(download).GoMod, "utf8");
  const libraries = [...text.matchAll(/(\S+) => \.\/staging/g)].map(([, library]) => library);
  const replaced = libraries.map((it) => `replace ${it} => ${it} ${version.replace("v1", "v0")}`);
  const folder = join(goCache, "kubernetes");
  mkdirSync(folder, { recursive: true });
  const required = `require k8s.io/kubernetes ${version}`;
  const lines = ["module kubernetes", "go 1.24", required, ...replaced, ""];
  writeFileSync(join(folder, "go.mod"), lines.join("\n"));
  return folder;
}
