import type { TerraformProvider } from "cdktf";
import { orderArguments } from "./argument-order";
import { attributesOf, readTree } from "./attribute-tree";
import type { Block } from "./body";
import type { ValueReader } from "./tokens";

/** A provider's configuration, as it belongs into a root configuration only. */
export function providerBlock(provider: TerraformProvider, values: ValueReader): Block {
  const { alias, terraformResourceType: name } = provider;
  const tree = { ...attributesOf(provider), ...(alias === undefined ? {} : { alias }) };
  const { args, blocks } = readTree(orderArguments(tree), name, values);
  return { type: "provider", labels: [name], groups: [args, ...blocks] };
}
