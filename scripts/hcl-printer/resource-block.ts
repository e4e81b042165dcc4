import type { TerraformIterator, TerraformResource, TerraformResourceLifecycle } from "cdktf";
import { orderArguments } from "./argument-order";
import { type Argument, type Block, block, givenArguments } from "./block";
import type { Names } from "./cdktf-tokens";
import type { ValueReader } from "./cdktf-values";
import { conditionBlock, refuseProperties } from "./module-blocks";

/**
 * A resource: how many; its arguments; its blocks; its lifecycle; what it waits for.
 *
 * @see https://developer.hashicorp.com/terraform/language/style#resource-order
 */
export function resourceBlock(resource: TerraformResource, values: ValueReader): Block {
  refuseProperties(resource, {
    provider: "use the provider without an alias",
    connection: "do without it",
    provisioners: "do without them",
  });
  refuseProperties(resource.toTerraform(), {
    import: "import into the state of who uses the HCL",
    moved: "move in the state of who uses the HCL",
  });
  const { count, forEach } = resource.terraformMetaArguments;
  const optional = (value: unknown) => (value === undefined ? undefined : values.value(value));
  const { args, blocks } = readTree(attributesOf(resource), providerOf(resource), values);
  return {
    type: "resource",
    labels: [resource.terraformResourceType, resource.friendlyUniqueId],
    groups: [
      givenArguments({ count: optional(count), for_each: optional(forEach) }),
      args,
      ...blocks,
      ...lifecycleBlock(resource.lifecycle, values),
      givenArguments({ depends_on: values.references(resource.dependsOn) }),
    ],
  };
}

/** Local name of the provider that a resource takes: how its type begins. */
export function providerOf(resource: TerraformResource): string {
  return resource.terraformResourceType.split("_")[0];
}

function lifecycleBlock(lifecycle: TerraformResourceLifecycle = {}, values: ValueReader): Block[] {
  const instead = "use preconditions, or an override file beside the HCL";
  const { precondition = [], ignoreChanges = [], ...others } = lifecycle;
  refuseProperties(others, Object.fromEntries(Object.keys(others).map((name) => [name, instead])));
  const ignored = givenArguments({ ignore_changes: values.references([ignoreChanges].flat()) });
  const rules = precondition.map((rule) => conditionBlock("precondition", rule, values));
  const groups = [...(ignored.length > 0 ? [ignored] : []), ...rules];
  return groups.length > 0 ? [block("lifecycle", ...groups)] : [];
}

/** What a resource's `synthesizeHclAttributes()` returns: by argument, its value and kind. */
type AttributeTree = Record<string, TreeNode>;

type TreeNode = { value?: unknown; isBlock?: boolean; storageClassType?: string };

/** Kinds of values that hold no further tree: `string`, `stringList`, `anyMap` … */
const PLAIN = /^(?:(?:string|number|boolean|any)(?:List|Map|Set)*)?$/;

type Synthesized = Record<"synthesizeAttributes" | "synthesizeHclAttributes", () => AttributeTree>;

/** A resource's tree as its class makes it, which must hold all that it gives in `cdk.tf.json`. */
function attributesOf(resource: TerraformResource): AttributeTree {
  // What is protected in TypeScript.
  const { synthesizeAttributes, synthesizeHclAttributes } = resource as unknown as Synthesized;
  const values = synthesizeAttributes.call(resource);
  const tree = synthesizeHclAttributes.call(resource);
  const lost = Object.keys(values).find(
    (name) => values[name] !== undefined && tree[name]?.value === undefined,
  );
  if (lost === undefined) return tree;
  throw new Error(
    `${resource.constructor.name} does not say what kind of argument ${lost} is: ` +
      "return it from synthesizeHclAttributes() too",
  );
}

/** Splits a tree into its arguments and its blocks, in the order in which they are printed. */
function readTree(
  tree: AttributeTree,
  provider: string,
  values: ValueReader,
): { args: Argument[]; blocks: Block[] } {
  const args: Argument[] = [];
  const blocks: Block[] = [];
  for (const [name, node] of Object.entries(orderArguments(tree))) {
    if (node.value === undefined) continue;
    if (node.isBlock) {
      blocks.push(...readBlocks(name, node.value, provider, values));
    } else if (PLAIN.test(node.storageClassType ?? "")) {
      args.push({ name, value: values.value(node.value) });
    } else {
      refuseNestedAttribute(name);
    }
  }
  return { args, blocks };
}

function readBlocks(type: string, value: unknown, provider: string, values: ValueReader): Block[] {
  // The bindings of helm 3 call nested attributes blocks, too.
  // https://github.com/hashicorp/terraform-provider-helm/blob/main/docs/guides/v3-upgrade-guide.md
  if (provider === "helm") refuseNestedAttribute(type);
  if (isDynamicBlock(value)) return [dynamicBlock(type, value, values)];
  return [value].flat().map((body) => {
    // Or it is a token.
    if (Object.getPrototypeOf(body) !== Object.prototype) refuseNestedAttribute(type);
    const { args, blocks } = readTree(body as AttributeTree, provider, values);
    return block(type, args, ...blocks);
  });
}

/** cdktf's class for blocks that an iterator makes, which it does not export. */
type DynamicBlock = { forEach: TerraformIterator; content: Record<string, unknown> };

function isDynamicBlock(value: unknown): value is DynamicBlock {
  return Object(value) === value && Symbol.for("cdktf/TerraformDynamicBlock") in Object(value);
}

/** A block for each item; its content has Terraform's names of arguments, and no blocks inside. */
function dynamicBlock(type: string, dynamic: DynamicBlock, values: ValueReader): Block {
  const names: Names = { each: type };
  const content = Object.entries(orderArguments(dynamic.content)).map(([name, value]) => ({
    name,
    value: values.value(value, names),
  }));
  if (content.some(({ value: { kind } }) => kind === "object")) refuseNestedAttribute(type);
  const forEach = values.value(dynamic.forEach._getForEachExpression());
  return {
    type: "dynamic",
    labels: [type],
    groups: [givenArguments({ for_each: forEach }), block("content", content)],
  };
}

function refuseNestedAttribute(name: string): never {
  throw new Error(
    `has the nested attribute ${name}, which is not printed: use arguments with plain values, ` +
      "such as the values of a Helm release",
  );
}
