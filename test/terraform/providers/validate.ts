import type { Diagnostic } from "./provider";
import type { Attribute, Block } from "./schema";
import { isObject, type Value } from "./value";

/**
 * Finds values given to attributes that only the provider sets.
 *
 * Terraform itself leaves this check to the provider.
 */
export function readOnlyAttributes(block: Block, config: Value): Diagnostic[] {
  if (Array.isArray(config)) {
    return config.flatMap((item) => readOnlyAttributes(block, item));
  }
  if (!isObject(config)) return [];
  const own = Object.entries(block.attributes ?? {})
    .filter(([name, attribute]) => isReadOnly(attribute) && config[name] !== null)
    .map(([name]) => refusal(name));
  const inner = Object.entries(block.block_types ?? {}).flatMap(([name, nested]) =>
    readOnlyAttributes(nested.block, config[name] ?? null),
  );
  return [...own, ...inner];
}

function isReadOnly(attribute: Attribute): boolean {
  return Boolean(attribute.computed && !attribute.optional && !attribute.required);
}

/** @see https://github.com/hashicorp/terraform-plugin-sdk/blob/v2.38.1/helper/schema/schema.go */
function refusal(name: string): Diagnostic {
  return {
    severity: "error",
    summary: "Value for unconfigurable attribute",
    detail: `Can't configure a value for "${name}": its value will be decided automatically based on the result of applying this configuration.`,
    attribute: name,
  };
}
