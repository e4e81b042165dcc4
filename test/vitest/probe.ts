import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type Finished, finish } from "../consumers/command";

/** The repository. */
export const root = join(__dirname, "..", "..");

/** Makes a folder with files that are laid out like the repository's, and what its runs are set up by. */
export function probe(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "probe-"));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  mkdirSync(join(folder, "test", "vitest"), { recursive: true });
  for (const name of [
    "fast-check.ts",
    "fresh-assembly.ts",
    "no-skipped-tests.ts",
    "temporary-folder.ts",
  ]) {
    symlinkSync(join(__dirname, name), join(folder, "test", "vitest", name));
  }
  return folder;
}

/** Runs Vitest on a folder, with the repository's configuration. */
export function vitest(
  folder: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Finished> {
  const program = join(root, "node_modules", "vitest", "vitest.mjs");
  const own = ["--root", folder, "--config", join(root, "vitest.config.mts")];
  return finish(process.execPath, [program, ...args, ...own], {
    cwd: root,
    // Its failures are meant, so they are no annotations; in CI Vitest itself refuses a focused test;
    // and the outer run's providers are not its own.
    env: { CI: "", GITHUB_ACTIONS: "", TERRAFORM_PROVIDERS: "", ...env },
  });
}
