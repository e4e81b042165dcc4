import { join } from "node:path";
import { progress } from "../scripts/command/progress";
import { run } from "../scripts/command/run";

/** Where Go programs are kept: for as long as node_modules/ is. */
export const goCache = join(__dirname, "../node_modules/.cache/clockwork-codex-csi/go");

/** The programs that tests run, at these versions. */
const packages = {
  actionlint: "github.com/rhysd/actionlint/cmd/actionlint@v1.7.12",
  helm: "helm.sh/helm/v3/cmd/helm@v3.19.0",
  tflint: "github.com/terraform-linters/tflint@v0.64.0",
};

/** Installs a program, and gives its path. */
export async function goProgram(name: keyof typeof packages): Promise<string> {
  const install = () => go(["install", "-ldflags=-s -w", packages[name]]);
  await progress(`installing ${packages[name]}`, install);
  return join(goCache, name);
}

/** Runs `go`, which puts programs into the cache. The first time takes minutes; then it finds that nothing changed. */
export function go(args: readonly string[], cwd?: string): Promise<string> {
  // Without a C compiler, and whatever the developer has set.
  const env = { CGO_ENABLED: "0", GOBIN: goCache, GOFLAGS: "-mod=mod", GOWORK: "off" };
  const hint = "Install Go 1.26 or later: https://go.dev/dl.";
  return run("go", args, { cwd, env, hint });
}
