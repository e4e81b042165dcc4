import type { Attribute, Block, ProviderSchema, Schema } from "./schema";

/** Writes a provider's schema as the plugin protocol's answer to `GetProviderSchema`. */
export function schemaMessage(schema: ProviderSchema): object {
  return {
    provider: schemaOf(schema.provider),
    resource_schemas: mapValues(schema.resource_schemas, schemaOf),
    data_source_schemas: mapValues(schema.data_source_schemas, schemaOf),
    server_capabilities: { get_provider_schema_optional: true },
  };
}

function schemaOf({ version, block }: Schema): object {
  return { version, block: blockOf(block) };
}

function blockOf(block: Block): object {
  return {
    attributes: attributesOf(block.attributes ?? {}),
    block_types: Object.entries(block.block_types ?? {}).map(([name, nested]) => ({
      type_name: name,
      block: blockOf(nested.block),
      nesting: nested.nesting_mode,
      min_items: nested.min_items,
      max_items: nested.max_items,
    })),
  };
}

function attributesOf(attributes: Readonly<Record<string, Attribute>>): object[] {
  return Object.entries(attributes).map(([name, { type, nested_type: nested, ...flags }]) => ({
    name,
    ...flags,
    ...(type && { type: Buffer.from(JSON.stringify(type)) }),
    ...(nested && {
      nested_type: { attributes: attributesOf(nested.attributes), nesting: nested.nesting_mode },
    }),
  }));
}

function mapValues<T, U>(record: Readonly<Record<string, T>>, map: (value: T) => U) {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value)]));
}
