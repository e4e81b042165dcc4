import { DataResource, type TerraformElement } from "cdktf";
import { orderArguments } from "./argument-order";
import type { Argument, Block } from "./body";
import { type Expression, text } from "./expression";
import { overridesOf } from "./overrides";
import type { ValueReader } from "./tokens";

/** What an element's `synthesizeHclAttributes()` returns: by argument, its value and kind. */
export type AttributeTree = Record<string, unknown>;

type TreeNode = { value?: unknown; isBlock?: boolean; storageClassType?: string };

const NODE_KEYS = ["value", "isBlock", "type", "storageClassType"];

/** Kinds of values that hold no further tree: `string`, `stringList`, `anyMap` … */
const PLAIN = /^(?:(?:string|number|boolean|any)(?:List|Map|Set)*)?$/;

/**
 * What cdktf calls blocks though it is set by `=`: version 3 of the helm provider made them nested
 * attributes, which the bindings do not tell from blocks.
 *
 * @see https://github.com/hashicorp/terraform-provider-helm/blob/main/docs/guides/v3-upgrade-guide.md
 */
const ATTRIBUTES_CALLED_BLOCKS: Record<string, string[]> = {
  helm: [
    "experiments",
    "kubernetes",
    "postrender",
    "registries",
    "set",
    "set_list",
    "set_sensitive",
    "set_wo",
  ],
};

/**
 * An element's tree as its class makes it, with its overrides.
 *
 * It comes before `toHclTerraform()`, which in providers changes the keys of maps to snake_case.
 */
export function attributesOf(element: TerraformElement): AttributeTree {
  const { synthesizeAttributes, synthesizeHclAttributes } = element as unknown as Record<
    "synthesizeAttributes" | "synthesizeHclAttributes",
    () => AttributeTree
  >;
  const kinds = synthesizeHclAttributes.call(element);
  // cdktf's own class gives its values without their kinds; none of them is a block.
  const tree = element instanceof DataResource ? withoutKinds(kinds) : kinds;
  const lost = Object.entries(synthesizeAttributes.call(element)).find(
    ([name, value]) => value !== undefined && !(name in tree),
  );
  if (lost) {
    throw new Error(
      `${element.constructor.name} does not say what kind of argument ${lost[0]} is: ` +
        "return it from synthesizeHclAttributes() too",
    );
  }
  return { ...tree, ...overridesOf(element) };
}

/** Splits a tree into its arguments and its blocks. */
export function readTree(
  tree: AttributeTree,
  provider: string,
  values: ValueReader,
): { args: Argument[]; blocks: Block[] } {
  const args: Argument[] = [];
  const blocks: Block[] = [];
  for (const [name, entry] of Object.entries(tree)) {
    const node = treeNode(entry, name);
    if (node.value === undefined) continue;
    if (node.isBlock && !ATTRIBUTES_CALLED_BLOCKS[provider]?.includes(name)) {
      blocks.push(...readBlocks(name, node.value, provider, values));
    } else {
      args.push({ name, value: attributeValue(node, values) });
    }
  }
  return { args, blocks };
}

function readBlocks(type: string, value: unknown, provider: string, values: ValueReader): Block[] {
  const bodies = Array.isArray(value) ? value : value === null ? [] : [value];
  return bodies.map((body) => {
    if (!isPlainObject(body)) {
      throw new Error(`the block ${type} is not given as an object, which cannot be printed`);
    }
    const { args, blocks } = readTree(orderArguments(body), provider, values);
    return { type, labels: [], groups: [args, ...blocks] };
  });
}

function attributeValue(node: TreeNode, values: ValueReader): Expression {
  if (PLAIN.test(node.storageClassType ?? "")) return values.value(node.value);
  if (Array.isArray(node.value)) {
    return { kind: "list", items: node.value.map((item) => objectValue(item, values)) };
  }
  return objectValue(node.value, values);
}

/** A nested attribute: an object whose fields are a tree again, unless it is given as a token. */
function objectValue(value: unknown, values: ValueReader): Expression {
  if (!isPlainObject(value)) return values.value(value);
  const entries = Object.entries(value).map(([name, field]) => ({
    key: text(name),
    value: attributeValue(treeNode(field, name), values),
  }));
  return { kind: "object", entries };
}

/** A tree's entry; a plain value comes from `addOverride`, which puts it there as it is. */
function treeNode(value: unknown, name: string): TreeNode {
  if (!isPlainObject(value)) return { value };
  const unknown = Object.keys(value).find((key) => !NODE_KEYS.includes(key));
  if (unknown === undefined && "value" in value) return value;
  throw new Error(
    `the argument ${name} holds ${unknown ?? "an object"} where cdktf's tree has a value and its ` +
      "kind; overrides inside an argument are not printed: set the whole argument",
  );
}

function withoutKinds(values: Record<string, unknown>): AttributeTree {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }]));
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype
  );
}
