import { cpSync, mkdtempSync, readdirSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const left = ["node_modules", ".git", "dist", "coverage"];

/** Copies a repository to a temporary folder, as it lies there and with its dependencies, and gives the folder. */
export function copyOfRepository(repository: string): string {
  const folder = mkdtempSync(join(tmpdir(), "repository-"));
  for (const name of readdirSync(repository).filter((entry) => !left.includes(entry))) {
    cpSync(join(repository, name), join(folder, name), {
      recursive: true,
      preserveTimestamps: true,
    });
  }
  symlinkSync(join(repository, "node_modules"), join(folder, "node_modules"));
  return folder;
}
