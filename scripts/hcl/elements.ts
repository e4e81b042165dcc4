import {
  TerraformDataSource,
  type TerraformElement,
  TerraformLocal,
  TerraformModule,
  TerraformOutput,
  TerraformProvider,
  TerraformResource,
  TerraformVariable,
} from "cdktf";
import { type Argument, type Block, type Line, layArgument, printBlock } from "./body";
import { addComments, commentOn } from "./comments";
import { referencesIn } from "./dependency-order";
import { moduleBlock } from "./module-block";
import { refuseOverrides } from "./overrides";
import { providerBlock } from "./provider-block";
import { providerOf, resourceBlock } from "./resource-block";
import type { ValueReader } from "./tokens";
import { outputBlock, variableBlock } from "./variable-block";

/** An element of a stack, ready to be put into a file. */
export type Printed = PrintedLocal | PrintedBlock;

/** A local, which shares a block with its neighbours. */
export type PrintedLocal = PrintedFacts & { kind: "local"; line: Line };

/** Any other element, which is a block of its own. */
export type PrintedBlock = PrintedFacts & {
  kind: "main" | "variable" | "output" | "provider";
  text: string;
  /** Place in a file that is sorted. */
  sortKey: string;
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
  if (element instanceof TerraformLocal) return printLocal(element, values);
  if (element instanceof TerraformVariable) {
    const name = element.friendlyUniqueId;
    // Required ones first: terraform-docs sorts them so too.
    const sortKey = `${element.default === undefined ? 0 : 1} ${name}`;
    const block = variableBlock(element, values);
    return { ...printed(element, block), kind: "variable", address: `var.${name}`, sortKey };
  }
  if (element instanceof TerraformOutput) {
    const name = element.friendlyUniqueId;
    const block = outputBlock(element, values);
    return {
      ...printed(element, block),
      kind: "output",
      address: `output.${name}`,
      sortKey: name,
    };
  }
  if (element instanceof TerraformModule) {
    const address = `module.${element.friendlyUniqueId}`;
    return { ...printed(element, moduleBlock(element, values)), kind: "main", address };
  }
  if (TerraformProvider.isTerraformProvider(element)) {
    const provider = element.terraformResourceType;
    const address = `provider ${provider}${element.alias === undefined ? "" : `.${element.alias}`}`;
    const block = providerBlock(element, values);
    return { ...printed(element, block), kind: "provider", address, provider };
  }
  const isResource = TerraformResource.isTerraformResource(element);
  if (isResource || TerraformDataSource.isTerraformDataSource(element)) {
    const type = isResource ? "resource" : "data";
    const name = `${element.terraformResourceType}.${element.friendlyUniqueId}`;
    return {
      ...printed(element, resourceBlock(type, element, values)),
      kind: "main",
      address: isResource ? name : `data.${name}`,
      provider: providerOf(element),
    };
  }
  throw new Error(`is a ${element.constructor.name}, which is not printed: do without it`);
}

function printLocal(local: TerraformLocal, values: ValueReader): PrintedLocal {
  refuseOverrides(local);
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
): { text: string; references: Set<string>; sortKey: string } {
  const isInterface = block.type === "variable" || block.type === "output";
  const text = printBlock(addComments(element, block), isInterface ? "dense" : "paragraphs");
  return { text, references: referencesIn(block.groups), sortKey: "" };
}
