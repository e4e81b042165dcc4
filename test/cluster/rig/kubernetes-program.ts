import { join } from "node:path";
import { run } from "../../../scripts/command/run";
import { goHint, goPrograms } from "../../go-programs";

/** A program of Kubernetes that the Go module of the cluster tests pins. */
export type KubernetesProgram = "kube-apiserver" | "kube-controller-manager" | "kubectl";

const module = join(__dirname, "..");

/** The path of a program of Kubernetes, installed at the version that go.mod pins. */
export async function kubernetesProgram(name: KubernetesProgram): Promise<string> {
  const flags = ["-ldflags", await versionFlags()];
  return join(await goPrograms(module, [`k8s.io/kubernetes/cmd/${name}`], flags), name);
}

/** As release builds have it: charts that ask for a version refuse a server that knows none. */
async function versionFlags(): Promise<string> {
  const list = ["list", "-m", "-f", "{{.Version}}", "k8s.io/kubernetes"];
  const version = (await run("go", list, { cwd: module, hint: goHint })).trim();
  const [major, minor] = version.slice(1).split(".");
  const set = (variable: string, value?: string) =>
    `-X k8s.io/component-base/version.${variable}=${value}`;
  return ["-s -w", set("gitVersion", version), set("gitMajor", major), set("gitMinor", minor)].join(
    " ",
  );
}
