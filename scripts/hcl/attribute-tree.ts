import type { TerraformResource } from "cdktf";
import { orderArguments } from "./argument-order";
import type { Argument, Block } from "./body";
import type { ValueReader } from "./tokens";

/** What a resource's `synthesizeHclAttributes()` returns: by argument, its value and kind. */
export type AttributeTree = Record<string, TreeNode>;

type TreeNode = { value?: unknown; isBlock?: boolean; storageClassType?: string };

/** Kinds of values that hold no further tree: `string`, `stringList`, `anyMap` … */
const PLAIN = /^(?:(?:string|number|boolean|any)(?:List|Map|Set)*)?$/;

/**
 * A resource's tree as its class makes it.
 *
 * @throws an error if the class gives an argument in `cdk.tf.json` alone.
 */
export function attributesOf(resource: TerraformResource): AttributeTree {
  const { synthesizeAttributes, synthesizeHclAttributes } = resource as unknown as {
    synthesizeAttributes(): Record<string, unknown>;
    synthesizeHclAttributes(): AttributeTree;
  };
  const values = synthesizeAttributes.call(resource);
  const tree = synthesizeHclAttributes.call(resource);
  const lost = Object.keys(values).find(
    (name) => values[name] !== undefined && tree[name]?.value === undefined,
  );
  if (lost) {
    throw new Error(
      `${resource.constructor.name} does not say what kind of argument ${lost} is: ` +
        "return it from synthesizeHclAttributes() too",
    );
  }
  return tree;
}

/** Splits a tree into its arguments and its blocks, in the order in which they are printed. */
export function readTree(
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
  return [value].flat().map((body) => {
    if (Object.getPrototypeOf(body) !== Object.prototype) {
      throw new Error(
        `the block ${type} is given as a token, which is not printed: give plain objects`,
      );
    }
    const { args, blocks } = readTree(body as AttributeTree, provider, values);
    return { type, labels: [], groups: [args, ...blocks] };
  });
}

function refuseNestedAttribute(name: string): never {
  throw new Error(
    `has the nested attribute ${name}, which is not printed: use arguments with plain values, ` +
      "such as the values of a Helm release",
  );
}
