import {
  type TerraformElement,
  TerraformLocal,
  TerraformOutput,
  TerraformProvider,
  TerraformResource,
  TerraformVariable,
} from "cdktf";
import { type Argument, type Block, type Line, layArgument, printBlock } from "./body";
import { addComments, commentOn } from "./comments";
import { referencesIn } from "./dependency-order";
import { refuseOverrides } from "./refusals";
import { providerOf, resourceBlock } from "./resource-block";
import type { ValueReader } from "./tokens";
import { outputBlock, variableBlock } from "./variable-block";

/** An element of a stack, ready to be put into a file. */
export type Printed = PrintedLocal | PrintedBlock;

/** A local, which shares a block with its neighbours. */
export type PrintedLocal = PrintedFacts & { kind: "local"; line: Line };

/** Any other element, which is a block of its own. */
export type PrintedBlock = PrintedFacts & {
  kind: "resource" | "variable" | "output" | "provider";
  text: string;
  /** Place in a file that is sorted. */
  sortKey?: string;
};

type PrintedFacts = {
  /** What other elements refer to it by. */
  address: string;
  /** Addresses that it may refer to. */
  references: Set<string>;
  /** Local name of the provider that it needs. */
  provider?: string;
};

/** Prints one element of a stack. */
export function printElement(element: TerraformElement, values: ValueReader): Printed {
  refuseOverrides(element);
  if (element instanceof TerraformLocal) return printLocal(element, values);
  const name = element.friendlyUniqueId;
  if (element instanceof TerraformVariable) {
    const block = variableBlock(element, values);
    // Required ones first: terraform-docs sorts them so too.
    const sortKey = `${element.default === undefined ? 0 : 1} ${name}`;
    return { kind: "variable", address: `var.${name}`, sortKey, ...printed(element, block) };
  }
  if (element instanceof TerraformOutput) {
    const block = outputBlock(element, values);
    return { kind: "output", address: `output.${name}`, sortKey: name, ...printed(element, block) };
  }
  if (TerraformProvider.isTerraformProvider(element)) {
    const block = providerBlock(element);
    const provider = element.terraformResourceType;
    const address = `provider ${provider}`;
    return { kind: "provider", address, provider, ...printed(element, block) };
  }
  if (TerraformResource.isTerraformResource(element)) {
    const block = resourceBlock(element, values);
    const provider = providerOf(element);
    const address = `${element.terraformResourceType}.${name}`;
    return { kind: "resource", address, provider, ...printed(element, block) };
  }
  throw new Error(
    `is a ${element.constructor.name}, which is not printed: ` +
      "use variables, locals, resources, outputs and providers",
  );
}

/** A provider that takes its configuration from the environment. */
function providerBlock(provider: TerraformProvider): Block {
  const name = provider.terraformResourceType;
  const [configuration] = provider.toTerraform().provider[name];
  const argument = Object.keys(configuration).find((key) => configuration[key] !== undefined);
  if (argument) {
    throw new Error(
      `the provider ${name} has the argument ${argument}, which is not printed: ` +
        "configure it by environment variables",
    );
  }
  return { type: "provider", labels: [name], groups: [] };
}

function printLocal(local: TerraformLocal, values: ValueReader): PrintedLocal {
  const name = local.friendlyUniqueId;
  const argument: Argument = {
    name,
    value: values.value(local.toTerraform().locals[name]),
    comment: commentOn(local),
  };
  return {
    kind: "local",
    address: `local.${name}`,
    references: referencesIn([argument]),
    line: layArgument(argument, 2),
  };
}

function printed(
  element: TerraformElement,
  block: Block,
): { text: string; references: Set<string> } {
  const isInterface = block.type === "variable" || block.type === "output";
  const text = printBlock(addComments(element, block), isInterface ? "dense" : "paragraphs");
  return { text, references: referencesIn(block.groups) };
}
