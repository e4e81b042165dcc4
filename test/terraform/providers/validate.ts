import type { Diagnostic, Provider } from "./provider";
import type { Attribute, Block } from "./schema";
import { isObject, type Value } from "./value";

/**
 * Finds values given to attributes that only the provider sets.
 *
 * Terraform itself leaves this check to the provider.
 */
export function readOnlyAttributes(
  block: Block,
  config: Value,
  library: Provider["library"],
): Diagnostic[] {
  if (Array.isArray(config)) {
    return config.flatMap((item) => readOnlyAttributes(block, item, library));
  }
  if (!isObject(config)) return [];
  const own = Object.entries(block.attributes ?? {})
    .filter(([name, attribute]) => isReadOnly(attribute) && config[name] !== null)
    .map(([name]) => refusal(name, library));
  const inner = Object.entries(block.block_types ?? {}).flatMap(([name, nested]) =>
    readOnlyAttributes(nested.block, config[name] ?? null, library),
  );
  return [...own, ...inner];
}

function isReadOnly(attribute: Attribute): boolean {
  return Boolean(attribute.computed && !attribute.optional && !attribute.required);
}

/**
 * @see https://github.com/hashicorp/terraform-plugin-sdk/blob/v2.38.1/helper/schema/schema.go
 * @see https://github.com/hashicorp/terraform-plugin-framework/blob/v1.16.1/internal/fwserver/attribute_validation.go
 */
function refusal(name: string, library: Provider["library"]): Diagnostic {
  return library === "sdk"
    ? {
        severity: "error",
        summary: "Value for unconfigurable attribute",
        detail: `Can't configure a value for "${name}": its value will be decided automatically based on the result of applying this configuration.`,
        attribute: name,
      }
    : {
        severity: "error",
        summary: "Invalid Configuration for Read-Only Attribute",
        detail:
          "Cannot set value for this attribute as the provider has marked it as read-only. Remove the configuration line setting the value.\n\nRefer to the provider documentation or contact the provider developers for additional information about configurable and read-only attributes that are supported.",
        attribute: name,
      };
}
