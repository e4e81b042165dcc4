import {
  type IResolvable,
  type TerraformElement,
  TerraformLocal,
  type TerraformStack,
  TerraformVariable,
  Token,
} from "cdktf";
import {
  buildModuleStack,
  type HclFiles,
  type PrintOptions,
  printHcl,
} from "../../../scripts/hcl-printer";

/** How these tests print. */
const options: PrintOptions = {
  commentMetadata: "why",
  requiredVersion: ">= 1.9",
  requiredProviders: {
    aws: { source: "hashicorp/aws", version: ">= 6.0, < 7.0" },
    helm: { source: "hashicorp/helm", version: ">= 2.17, < 4.0" },
  },
};

/** Says why, above an element, an argument, or what a path in its value leads to. */
export function comment(element: TerraformElement, text: string, argument?: string): void {
  element.node.addMetadata("why", { text, argument });
}

/** Builds a module and prints it. */
export function printed(
  build: (stack: TerraformStack) => void,
  further: Partial<PrintOptions> = {},
): HclFiles {
  return printHcl(buildModuleStack(build), { ...options, ...further });
}

/** Tokens of variables of each type, all named after their type. */
export interface Tokens {
  readonly text: string;
  readonly number: number;
  readonly list: string[];
  readonly map: Record<string, string>;
  readonly bool: IResolvable;
}

/** What is printed for the value of a local, which may hold tokens. */
export function printedValue(value: (tokens: Tokens, stack: TerraformStack) => unknown): string {
  const { main } = printed((stack) => {
    const variable = (id: string) => new TerraformVariable(stack, id, {});
    const tokens: Tokens = {
      text: variable("text").stringValue,
      number: variable("number").numberValue,
      list: variable("list").listValue,
      map: Token.asStringMap(variable("map").value),
      bool: variable("bool").booleanValue,
    };
    new TerraformLocal(stack, "a", value(tokens, stack));
  });
  return main.replace(/^locals \{\n {2}a = /, "").replace(/\n\}\n$/, "");
}
