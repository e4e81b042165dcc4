import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { readAssembly } from "../../../scripts/build/assembly";
import { driftOf, filesBelow, type GeneratedFiles } from "../../../scripts/generate/files";
import { modules } from "../../../scripts/generate/modules";
import { renderAll } from "../../../scripts/generate/render";

const root = join(__dirname, "..", "..", "..");
const assembly = readAssembly(root);
let generated: GeneratedFiles;

beforeAll(() => {
  generated = renderAll(root, assembly);
});

it("gives the same bytes each time", () => {
  expect([...renderAll(root, assembly).files]).toEqual([...generated.files]);
});

it("gives what is committed: if not, run `npm run generate`", () => {
  expect(driftOf(root, generated)).toEqual([]);
});

it("marks every file in the folders it owns as generated", () => {
  const owned = generated.folders.flatMap((folder) => filesBelow(root, folder));
  expect(owned.length).toBeGreaterThan(20);
  for (const path of owned) {
    expect(generated.files.get(path), path).toMatch(
      /^(# |<!-- |\{\{- \/\* |\{\n {2}"\$comment": ")Code generated from csi\S*\. DO NOT EDIT\./,
    );
  }
});

it.each(["modules", "generated-hcl"])("finds what is left over in %s", (folder) => {
  const left = filesBelow(root, folder)[0];
  const files = new Map(generated.files);
  files.delete(left);
  expect(driftOf(root, { ...generated, files })).toEqual([`${left} is not generated any more`]);
});

describe.each(modules)("the module $name", ({ name }) => {
  const folder = `modules/csi/${name}`;
  const text = (file: string) => generated.files.get(`${folder}/${file}`) ?? "";

  it("has the files of a module, and leaves providers, backend and cloud to its caller", () => {
    const files = [...generated.files.keys()].filter((path) => path.startsWith(`${folder}/`));
    const hcl = files.filter((path) => path.endsWith(".tf"));
    expect(hcl.map((path) => path.slice(folder.length + 1)).sort()).toEqual([
      "main.tf",
      "outputs.tf",
      "variables.tf",
      "versions.tf",
    ]);
    for (const path of hcl) {
      expect(generated.files.get(path)).not.toMatch(/^\s*(provider|backend|cloud)\b.*\{$/m);
    }
  });

  it("has bare references, unquoted depends_on and no metadata", () => {
    const main = text("main.tf") + text("outputs.tf");
    expect(main).not.toMatch(/= "\$\{[^"]*\}"$/m);
    expect(main).not.toMatch(/depends_on\s*=\s*\["/);
    expect(main).not.toMatch(/^\s*(\/\/|\/\*)/m);
  });
});
