import { join } from "node:path";
import { isInstalled, run } from "../../run";
import { cacheFolder, madeOnce } from "../../tools/cache";
import { withProgress } from "../../tools/progress";

/** A program of Kubernetes that the Go module of the cluster tests pins. */
export type KubernetesProgram = "kube-apiserver" | "kube-controller-manager" | "kubectl";

/** A build by our go.mod alone, and without a C compiler. */
const GO = { cwd: join(__dirname, ".."), env: { CGO_ENABLED: "0", GOWORK: "off" } };

/**
 * The path of a program of Kubernetes, at the version that go.mod pins.
 *
 * Built at the first call, which takes some minutes, and kept until go.mod or
 * go.sum changes.
 */
export function kubernetesProgram(
  name: KubernetesProgram,
  folder = cacheFolder(["../cluster/go.mod", "../cluster/go.sum"]),
): Promise<string> {
  return madeOnce(join(folder, name), async (unfinished) => {
    if (!isInstalled("go")) {
      throw new Error(
        `go is not on the PATH, which builds ${name}: install Go 1.24 or later, https://go.dev/dl.`,
      );
    }
    await withProgress(`building ${name}`, () => build(name, unfinished));
  });
}

async function build(name: KubernetesProgram, path: string): Promise<void> {
  const program = `k8s.io/kubernetes/cmd/${name}`;
  await run("go", ["build", "-ldflags", await versionFlags(), "-o", path, program], GO);
}

/** As release builds have it: charts that ask for a version refuse a server that knows none. */
async function versionFlags(): Promise<string> {
  const format = ["-f", "{{.Version}}"];
  const version = (await run("go", ["list", "-m", ...format, "k8s.io/kubernetes"], GO)).trim();
  const [major, minor] = version.slice(1).split(".");
  const set = (variable: string, value?: string) =>
    `-X k8s.io/component-base/version.${variable}=${value}`;
  return ["-s -w", set("gitVersion", version), set("gitMajor", major), set("gitMinor", minor)].join(
    " ",
  );
}
