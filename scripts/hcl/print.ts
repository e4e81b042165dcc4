import { TerraformElement, TerraformProvider, type TerraformStack } from "cdktf";
import { printBlock, printLines } from "./body";
import { orderByDependency } from "./dependency-order";
import { type Printed, type PrintedBlock, type PrintedLocal, printElement } from "./elements";
import { refuseOverrides } from "./refusals";
import { type HclRequirements, terraformBlock } from "./terraform-block";
import { ValueReader } from "./tokens";

/** HCL by file; "" where a file has nothing, else text that ends in one newline. */
export interface HclFiles {
  readonly main: string;
  readonly variables: string;
  readonly outputs: string;
  readonly versions: string;
  readonly providers: string;
}

/** Prints every element of a stack as HCL, by file. */
export function printHcl(stack: TerraformStack, requirements: HclRequirements): HclFiles {
  refuseOverrides(stack);
  const elements = printElements(stack);
  const ofKind = (kind: PrintedBlock["kind"]): string[] =>
    elements
      .filter((element): element is PrintedBlock => element.kind === kind)
      .sort(({ sortKey: a = "" }, { sortKey: b = "" }) => (a < b ? -1 : Number(a > b)))
      .map(({ text }) => text);
  const providers = elements.flatMap(({ provider }) => provider ?? []);
  return {
    main: printMain(elements.filter(({ kind }) => kind === "local" || kind === "resource")),
    variables: join(ofKind("variable")),
    outputs: join(ofKind("output")),
    versions: join([printBlock(terraformBlock(providers, requirements), "dense")]),
    providers: join(ofKind("provider")),
  };
}

function printElements(stack: TerraformStack): Printed[] {
  const values = new ValueReader(stack);
  const paths = new Map<string, string>();
  return elementsOf(stack).map((element) => {
    const { path } = element.node;
    try {
      const printed = printElement(element, values);
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

/**
 * The stack's elements in the order of construction, without those of stacks inside it and
 * providers that give nothing to Terraform.
 */
function elementsOf(stack: TerraformStack): TerraformElement[] {
  return stack.node
    .findAll()
    .filter((construct) => TerraformElement.isTerraformElement(construct))
    .filter((element) => element.cdktfStack === stack && !isEmptyProvider(element));
}

function isEmptyProvider(element: TerraformElement): boolean {
  return (
    TerraformProvider.isTerraformProvider(element) &&
    Object.keys(element.toTerraform()).length === 0
  );
}

/** Blocks in the order of dependency; locals that come one after the other share a block. */
function printMain(elements: Printed[]): string {
  const blocks: string[] = [];
  let locals: PrintedLocal[] = [];
  const closeLocals = (): void => {
    if (locals.length === 0) return;
    const lines = locals.map(({ line }) => line);
    blocks.push(`locals {\n${printLines(lines, "paragraphs", 2)}\n}`);
    locals = [];
  };
  for (const element of orderByDependency(elements)) {
    if (element.kind === "local") {
      locals.push(element);
    } else {
      closeLocals();
      blocks.push(element.text);
    }
  }
  closeLocals();
  return join(blocks);
}

function join(blocks: string[]): string {
  return blocks.length === 0 ? "" : `${blocks.join("\n\n")}\n`;
}
