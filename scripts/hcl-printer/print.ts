import {
  TerraformElement,
  TerraformLocal,
  TerraformOutput,
  TerraformProvider,
  TerraformResource,
  type TerraformStack,
  TerraformVariable,
} from "cdktf";
import { type Argument, type Block, block, printBlock } from "./block";
import type { ReadToken } from "./cdktf-tokens";
import { ValueReader } from "./cdktf-values";
import { addComments } from "./comments";
import { orderByDependency, type Referrer, referencesIn } from "./dependency-order";
import {
  type HclRequirements,
  outputBlock,
  providerBlock,
  terraformBlock,
  variableBlock,
} from "./module-blocks";
import { providerOf, resourceBlock } from "./resource-block";

/** How a stack is printed. */
export interface PrintOptions extends HclRequirements {
  /**
   * Type of the constructs' metadata that holds why-comments: `{ text, argument? }`, where
   * `argument` may lead into a value, by keys and items' positions: `policy.Statement.0`.
   *
   * @default - no comments
   */
  readonly commentMetadata?: string;

  /**
   * Says which expression a token of a class of the caller's own is.
   *
   * @default - tokens of cdktf's own classes alone are printed
   */
  readonly readToken?: ReadToken;
}

/** HCL by file; "" where a file has nothing, else text that ends in one newline. */
export interface HclFiles {
  readonly main: string;
  readonly variables: string;
  readonly outputs: string;
  readonly versions: string;
  readonly providers: string;
}

/** An element of a stack, ready to be put into a file. */
type Printed = Referrer & {
  kind: "local" | "resource" | "variable" | "output" | "provider";
  block: Block;
  /** The block as text; a local's is not used, for the locals share a block. */
  text: string;
  /** Local name of the provider that it needs. */
  provider?: string;
};

/**
 * Prints every element of a stack as HCL, by file.
 *
 * @throws an error, with the element's path, for what is not printed.
 */
export function printHcl(stack: TerraformStack, options: PrintOptions): HclFiles {
  refuseOverrides(stack);
  const elements = printElements(stack, options);
  const ofKind = (kind: Printed["kind"]): string[] =>
    elements.filter((element) => element.kind === kind).map(({ text }) => text);
  const providers = elements.flatMap(({ provider }) => provider ?? []);
  return {
    main: join(mainBlocks(elements)),
    variables: join(ofKind("variable")),
    outputs: join(ofKind("output")),
    versions: join([printBlock(terraformBlock(providers, options), "dense")]),
    providers: join(ofKind("provider")),
  };
}

function join(blocks: string[]): string {
  return blocks.length === 0 ? "" : `${blocks.join("\n\n")}\n`;
}

/** Resources after what they refer to, and all locals in one block before the first that uses one. */
function mainBlocks(elements: Printed[]): string[] {
  const ordered = orderByDependency(elements);
  const resources = ordered.filter(({ kind }) => kind === "resource");
  const blocks = resources.map(({ text }) => text);
  const locals = ordered.flatMap(({ kind, block }) =>
    kind === "local" ? block.groups.flat() : [],
  );
  if (locals.length === 0) return blocks;
  const firstUser = resources.findIndex(({ references }) =>
    [...references].some((address) => address.startsWith("local.")),
  );
  const text = printBlock(block("locals", locals as Argument[]), "paragraphs");
  blocks.splice(firstUser < 0 ? blocks.length : firstUser, 0, text);
  return blocks;
}

function printElements(stack: TerraformStack, options: PrintOptions): Printed[] {
  const values = new ValueReader(stack, options.readToken);
  const paths = new Map<string, string>();
  return elementsOf(stack).map((element) => {
    const { path } = element.node;
    try {
      const printed = printElement(element, values, options.commentMetadata);
      const other = paths.get(printed.address);
      if (other !== undefined) {
        throw new Error(`has the address ${printed.address}, as has ${other}: rename one of them`);
      }
      paths.set(printed.address, path);
      return printed;
    } catch (error) {
      throw new Error(`${path}: ${(error as Error).message}`, { cause: error });
    }
  });
}

/** The stack's elements, without those of stacks inside it and providers that give nothing. */
function elementsOf(stack: TerraformStack): TerraformElement[] {
  const isEmpty = (element: TerraformElement): boolean =>
    TerraformProvider.isTerraformProvider(element) &&
    Object.keys(element.toTerraform()).length === 0;
  return stack.node
    .findAll()
    .filter((construct) => TerraformElement.isTerraformElement(construct))
    .filter((element) => element.cdktfStack === stack && !isEmpty(element));
}

function printElement(
  element: TerraformElement,
  values: ValueReader,
  commentMetadata: string | undefined,
): Printed {
  refuseOverrides(element);
  const { block, ...facts } = readElement(element, values);
  if (commentMetadata !== undefined) addComments(element, commentMetadata, block);
  const isInterface = block.type === "variable" || block.type === "output";
  const text = printBlock(block, isInterface ? "dense" : "paragraphs");
  return { ...facts, block, text, references: referencesIn(block.groups) };
}

function readElement(
  element: TerraformElement,
  values: ValueReader,
): Omit<Printed, "text" | "references"> {
  const name = element.friendlyUniqueId;
  if (element instanceof TerraformLocal) {
    const value = values.value(element.toTerraform().locals[name]);
    return { kind: "local", address: `local.${name}`, block: block("locals", [{ name, value }]) };
  }
  if (element instanceof TerraformVariable) {
    const block = variableBlock(element, values);
    return { kind: "variable", address: `var.${name}`, block };
  }
  if (element instanceof TerraformOutput) {
    const block = outputBlock(element, values);
    return { kind: "output", address: `output.${name}`, block };
  }
  if (TerraformProvider.isTerraformProvider(element)) {
    const provider = element.terraformResourceType;
    const block = providerBlock(element);
    return { kind: "provider", address: `provider ${provider}`, provider, block };
  }
  if (TerraformResource.isTerraformResource(element)) {
    const address = `${element.terraformResourceType}.${name}`;
    const provider = providerOf(element);
    return { kind: "resource", address, provider, block: resourceBlock(element, values) };
  }
  throw new Error(
    `is a ${element.constructor.name}, which is not printed: ` +
      "use variables, locals, resources, outputs and providers",
  );
}

/** Throws if `addOverride` was called on an element or a stack. */
function refuseOverrides(element: TerraformElement | TerraformStack): void {
  const { rawOverrides } = element as unknown as { rawOverrides: object };
  const [name] = Object.keys(rawOverrides);
  if (name !== undefined) {
    throw new Error(
      `${element.constructor.name} has an override of ${name}, which is not printed: ` +
        "set the property, in the construct that makes the element",
    );
  }
}
