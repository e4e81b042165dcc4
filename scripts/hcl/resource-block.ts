import {
  TerraformCount,
  type TerraformDataSource,
  type TerraformResource,
  type TerraformResourceLifecycle,
} from "cdktf";
import { orderArguments } from "./argument-order";
import { present, references, ruleBlock } from "./arguments";
import { attributesOf, readTree } from "./attribute-tree";
import type { Block } from "./body";
import type { ValueReader } from "./tokens";

/** Arguments of every resource that are set by its properties, not by an override. */
const META = [
  "connection",
  "count",
  "depends_on",
  "for_each",
  "lifecycle",
  "provider",
  "provisioner",
];

/**
 * A resource or data source: how many; its arguments; its blocks; lifecycle; what it waits for.
 *
 * @see https://developer.hashicorp.com/terraform/language/style#resource-order
 */
export function resourceBlock(
  type: "resource" | "data",
  element: TerraformResource | TerraformDataSource,
  values: ValueReader,
): Block {
  const tree = attributesOf(element);
  refuse(tree, META, "an override of");
  refuse(element, ["connection", "provisioners"], "the property");
  refuse(element.toTerraform(), ["import", "moved"], "a block of the kind");
  const { count, forEach, provider, dependsOn, lifecycle } = element;
  const { args, blocks } = readTree(orderArguments(tree), providerOf(element), values);
  return {
    type,
    labels: [element.terraformResourceType, element.friendlyUniqueId],
    groups: [
      present({
        count: count === undefined ? undefined : values.value(countOf(count)),
        for_each: forEach && values.value(forEach._getForEachExpression()),
        provider: isDefault(element) ? undefined : values.reference(provider?.fqn),
      }),
      args,
      ...blocks,
      ...(lifecycle ? [lifecycleBlock(lifecycle, values)] : []),
      present({ depends_on: references(dependsOn, values) }),
    ],
  };
}

function countOf(count: TerraformCount | number): unknown {
  return TerraformCount.isTerraformCount(count) ? count.toTerraform() : count;
}

/** Local name of the provider that an element takes. */
export function providerOf(element: TerraformResource | TerraformDataSource): string {
  return element.provider?.terraformResourceType ?? defaultProvider(element);
}

function isDefault(element: TerraformResource | TerraformDataSource): boolean {
  return element.provider === undefined || element.provider.fqn === defaultProvider(element);
}

/** The provider that Terraform takes if none is named: how the type's name begins. */
function defaultProvider(element: TerraformResource | TerraformDataSource): string {
  return element.terraformResourceType.split("_")[0];
}

function lifecycleBlock(lifecycle: TerraformResourceLifecycle, values: ValueReader): Block {
  const { createBeforeDestroy, preventDestroy, ignoreChanges, replaceTriggeredBy } = lifecycle;
  const optional = (value: unknown) => (value === undefined ? undefined : values.value(value));
  const triggers = replaceTriggeredBy?.map((it) => (typeof it === "string" ? it : it.fqn));
  return {
    type: "lifecycle",
    labels: [],
    groups: [
      present({
        create_before_destroy: optional(createBeforeDestroy),
        prevent_destroy: optional(preventDestroy),
        ignore_changes:
          typeof ignoreChanges === "string"
            ? values.reference(ignoreChanges)
            : references(ignoreChanges, values),
        replace_triggered_by: references(triggers, values),
      }),
      ...(lifecycle.precondition ?? []).map((rule) => ruleBlock("precondition", rule, values)),
      ...(lifecycle.postcondition ?? []).map((rule) => ruleBlock("postcondition", rule, values)),
    ],
  };
}

function refuse(holder: object, names: string[], what: string): void {
  const found = names.find((name) => (holder as Record<string, unknown>)[name] !== undefined);
  if (found) throw new Error(`has ${what} ${found}, which is not printed: do without it`);
}
