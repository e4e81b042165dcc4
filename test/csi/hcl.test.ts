import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readAssembly } from "../../scripts/build/assembly";
import { loadModule } from "../../scripts/generate/module";
import { modules } from "../../scripts/generate/modules";
import { renderModule } from "../../scripts/generate/render";

const root = join(__dirname, "../..");

it.each(modules)("the construct of $name is the HCL that is committed", (definition) => {
  const module = loadModule(readAssembly(root), definition);
  const files = Object.entries(renderModule(root, module));
  for (const [name, text] of files.filter(([file]) => file.endsWith(".tf"))) {
    const committed = readFileSync(join(root, "modules/csi", definition.name, name), "utf8");
    expect(committed).toBe(`# Code generated from csi/${definition.name}. DO NOT EDIT.\n\n${text}`);
  }
});
