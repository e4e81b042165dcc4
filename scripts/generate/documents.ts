import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { filesBelow } from "./files";
import { includeFiles, includesFiles } from "./include";

/**
 * Folders that hold no document to fill: what is generated, built or installed,
 * and csi/, whose `module.md` are filled where they become READMEs.
 */
const left = ["coverage", "csi", "dist", "generated-hcl", "lib", "modules", "node_modules"];

/**
 * The documents of a repository that include files, with what they include, by
 * their paths.
 *
 * @throws an error that names the document where it cannot be filled.
 */
export function renderDocuments(root: string): Map<string, string> {
  const documents = new Map<string, string>();
  for (const path of documentsOf(root)) {
    const text = readFileSync(join(root, path), "utf8");
    if (includesFiles(text)) documents.set(path, filled(root, path, text));
  }
  return documents;
}

function documentsOf(root: string): string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter(({ name }) => !left.includes(name) && !name.startsWith("."))
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(root, entry.name) : entry.name))
    .filter((path) => path.endsWith(".md") && !path.includes("/node_modules/"));
}

function filled(root: string, path: string, text: string): string {
  try {
    return includeFiles(root, text);
  } catch (cause) {
    throw new Error(`${path}: ${(cause as Error).message}`, { cause });
  }
}
