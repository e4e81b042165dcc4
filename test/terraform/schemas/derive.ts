import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Attribute, Block, ProviderSchema, Schema } from "../providers/schema";
import { bindingSchema } from "./binding-schema";
import type { Binding } from "./types";

/** Derives a provider's schema from its npm package, which lies in `folder`. */
export function deriveSchema(binding: Binding, folder: string): ProviderSchema {
  const schema = (name: string): Schema => ({
    version: 0,
    block: bindingSchema(typescriptOf(join(folder, "lib", name, "index.js")), binding.protocol),
  });
  const schemas = (types: readonly string[], folderOf: (type: string) => string) =>
    Object.fromEntries(types.map((type) => [type, schema(folderOf(type).replaceAll("_", "-"))]));
  const derived: ProviderSchema = {
    provider: binding.isAddition ? { version: 0, block: {} } : schema("provider"),
    resource_schemas: schemas(binding.resources, (type) => type.replace(/^[a-z]+_/, "")),
    data_source_schemas: schemas(binding.dataSources, (type) => `data-${type}`),
  };
  for (const path of binding.sensitive) attributeAt(derived, path).sensitive = true;
  for (const path of binding.writeOnly) attributeAt(derived, path).write_only = true;
  return derived;
}

/** The TypeScript that a compiled file carries in its source map; cdktn is cdktf's successor. */
function typescriptOf(path: string): string {
  const map = readFileSync(path, "utf8").match(/sourceMappingURL=data:[\w/]+;base64,(\S+)/)?.[1];
  if (!map) throw new Error(`${path} has no inline source map`);
  const [text] = JSON.parse(Buffer.from(map, "base64").toString()).sourcesContent;
  return text.replaceAll("cdktn.", "cdktf.");
}

function attributeAt(
  schema: ProviderSchema,
  path: string,
): { -readonly [K in keyof Attribute]: Attribute[K] } {
  const steps = path.split(".");
  const schemas = steps[0] === "data" ? schema.data_source_schemas : schema.resource_schemas;
  const [type = "", ...names] = steps[0] === "data" ? steps.slice(1) : steps;
  let place: Pick<Block, "attributes" | "block_types"> | undefined = schemas[type]?.block;
  let found: Attribute | undefined;
  for (const name of names) {
    found = place?.attributes?.[name];
    place = found?.nested_type ?? place?.block_types?.[name]?.block;
  }
  if (!found) throw new Error(`the provider has no attribute "${path}"`);
  return found;
}
