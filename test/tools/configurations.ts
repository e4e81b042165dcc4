import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";

/** The repository's folder. */
export const repository = join(__dirname, "../..");

/** The folders of the Terraform configurations that are generated, from the repository. */
export const generatedFolders = [
  ...configurationsBelow("modules"),
  ...configurationsBelow("generated-hcl"),
];

/** The folders of all Terraform configurations that a user may take from the repository. */
export const configurationFolders = [...generatedFolders, ...configurationsBelow("examples/hcl")];

function configurationsBelow(folder: string): string[] {
  const files = readdirSync(join(repository, folder), { recursive: true, encoding: "utf8" });
  const folders = files
    .filter((file) => file.endsWith(".tf") && !file.includes(".terraform"))
    .map((file) => `${folder}/${dirname(file)}`);
  return [...new Set(folders)].sort();
}
