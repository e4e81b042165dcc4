import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** What is generated: the folders that hold nothing else, and every file by its path in the repository. */
export interface GeneratedFiles {
  readonly folders: readonly string[];
  readonly files: ReadonlyMap<string, string>;
}

/** Writes what is generated, and deletes what no longer is. */
export function writeFiles(root: string, { folders, files }: GeneratedFiles): void {
  for (const path of folders.flatMap((folder) => filesBelow(root, folder))) {
    if (!files.has(path)) rmSync(join(root, path));
  }
  for (const [path, text] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

/** How a repository differs from what is generated: a line for each file that is changed, missing or left over. */
export function driftOf(root: string, { folders, files }: GeneratedFiles): string[] {
  const drift: string[] = [];
  for (const [path, text] of files) {
    const file = join(root, path);
    if (!existsSync(file)) drift.push(`${path} is missing`);
    else if (readFileSync(file, "utf8") !== text) drift.push(`${path} differs from its source`);
  }
  for (const path of folders.flatMap((folder) => filesBelow(root, folder))) {
    if (!files.has(path)) drift.push(`${path} is not generated any more`);
  }
  return drift.sort();
}

/** What `terraform init` leaves behind. */
const INITIALIZED = /(^|\/)\.terraform(\/|\.lock\.hcl$)/;

/**
 * The files below a folder of the repository, as paths in the repository,
 * sorted; none if there is no such folder. What `terraform init` leaves behind
 * does not count.
 */
export function filesBelow(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .map((path) => path.slice(join(root, "/").length).replaceAll("\\", "/"))
    .filter((path) => !INITIALIZED.test(path))
    .sort();
}
