import { basename, join } from "node:path";
import { progress } from "../scripts/command/progress";
import { run } from "../scripts/command/run";

/** How to get what builds the programs. */
export const goHint = "Install Go 1.26 or later: https://go.dev/dl.";

/**
 * Installs programs at the versions that a folder's go.mod pins, and gives the
 * folder that they are in. The first time takes minutes; after it Go finds that
 * nothing changed.
 *
 * @param module The folder of go.mod.
 * @param packages The programs' packages; `tool` stands for those that go.mod names as tools.
 */
export async function goPrograms(
  module: string,
  packages: readonly string[],
  flags: readonly string[] = ["-ldflags=-s -w"],
): Promise<string> {
  const cache = join(__dirname, "..", "node_modules", ".cache", "clockwork-codex-csi");
  const folder = join(cache, basename(module));
  // By go.mod alone, and without a C compiler.
  const env = { CGO_ENABLED: "0", GOBIN: folder, GOFLAGS: "-mod=readonly", GOWORK: "off" };
  await progress(`installing what test/${basename(module)}/go.mod pins`, () =>
    run("go", ["install", ...flags, ...packages], { cwd: module, env, hint: goHint }),
  );
  return folder;
}
