import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

/** Contents by file name, such as `main.tf`. */
export type Files = Readonly<Record<string, string>>;

/** A root configuration on disk, and the folder for what Terraform keeps of it. */
export interface Root {
  readonly directory: string;
  readonly dataDirectory: string;
}

const repository = join(__dirname, "..", "..");
const roots = new Map<string, Root>();
let temporary: string | undefined;

/** Makes an empty folder that is gone when this process ends. */
export function temporaryFolder(): string {
  temporary ??= folderOfProcess();
  return mkdtempSync(join(temporary, "run-"));
}

function folderOfProcess(): string {
  const folder = mkdtempSync(join(tmpdir(), "terraform-tests-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once("exit", remove);
  // So vitest ends its workers.
  process.once("SIGTERM", () => {
    remove();
    process.kill(process.pid, "SIGTERM");
  });
  return folder;
}

/**
 * Finds or makes the root for a folder, or for files.
 *
 * Equal ones share a root and so `terraform init`, which is the same for all of them.
 */
export function rootOf(source: string | Files): Root {
  const key =
    typeof source === "string"
      ? resolve(source)
      : createHash("sha256")
          .update(JSON.stringify(Object.entries(source).sort()))
          .digest("hex");
  const known = roots.get(key);
  if (known) return known;
  const dataDirectory = temporaryFolder();
  const directory = typeof source === "string" ? key : write(source);
  const root = { directory, dataDirectory };
  roots.set(key, root);
  return root;
}

/** Writes files to a folder in which `./modules` is that of the repository. */
function write(files: Files): string {
  const directory = temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, name)), { recursive: true });
    writeFileSync(join(directory, name), content);
  }
  symlinkSync(join(repository, "modules"), join(directory, "modules"));
  return directory;
}
