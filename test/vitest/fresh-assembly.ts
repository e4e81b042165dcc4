import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { assemblyFile } from "../../scripts/build/assembly";

/** Fails the run before its first test where the assembly is not of csi/ as it is. */
export default function setup({ config }: TestProject): void {
  requireFreshAssembly(config.root);
}

/**
 * @throws an error if a repository has no assembly, or a source that was changed
 * since: tests that read it would tell of what csi/ was.
 */
export function requireFreshAssembly(root: string): void {
  const built = statSync(assemblyFile(root), { throwIfNoEntry: false })?.mtimeMs;
  if (built === undefined) {
    throw new Error("There is no .jsii, which tests read: run `npm run build`.");
  }
  const newer = sourcesOf(root).find((path) => statSync(join(root, path)).mtimeMs > built);
  if (newer !== undefined) {
    throw new Error(`${newer} is newer than .jsii, which tests read: run \`npm run build\`.`);
  }
}

function sourcesOf(root: string): string[] {
  return readdirSync(join(root, "csi"), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => join("csi", path));
}
