import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "../terraform/root";

/** Makes a folder with these files, by name, that is gone when this process ends. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(folder, name), text);
  }
  return folder;
}
