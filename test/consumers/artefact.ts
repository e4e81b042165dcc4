import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** The repository. */
export const root = join(__dirname, "..", "..");

/** The path of the one file in a folder of dist/ whose name ends as given. */
export function artefact(folder: string, ending: string): string {
  const path = join(root, "dist", folder);
  const names = existsSync(path) ? readdirSync(path) : [];
  const found = names.filter((name) => name.endsWith(ending));
  if (found.length !== 1) {
    throw new Error(
      `dist/${folder} must hold one *${ending}, it holds ${found.length}. Run \`npm run package\`.`,
    );
  }
  return join(path, found[0]);
}
