import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";

const caches = join(__dirname, "../../node_modules/.cache/clockwork-codex-csi/tools");

/** The folder for what is made from these files of this folder; another one when one of them changes. */
export function cacheFolder(files: readonly string[]): string {
  const hash = createHash("sha256");
  for (const file of files) {
    hash.update(readFileSync(join(__dirname, file)));
  }
  return join(caches, hash.digest("hex").slice(0, 16));
}

/**
 * Makes a file or folder unless it is there.
 *
 * It is made under another name beside its place and moved there when it is
 * whole, so that neither an interrupted run nor one at the same time leaves
 * half of it.
 */
export async function madeOnce(
  path: string,
  make: (unfinished: string) => Promise<void>,
): Promise<string> {
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true });
    const workshop = mkdtempSync(`${path}-`);
    const unfinished = join(workshop, basename(path));
    try {
      await make(unfinished);
      moveTo(path, unfinished);
    } finally {
      rmSync(workshop, { recursive: true, force: true });
    }
  }
  return path;
}

/** Moves what was made to its place, unless another run was faster. */
function moveTo(path: string, made: string): void {
  try {
    renameSync(made, path);
  } catch (error) {
    if (!existsSync(path)) {
      throw error;
    }
  }
}
