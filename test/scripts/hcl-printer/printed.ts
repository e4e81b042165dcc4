import {
  type IResolvable,
  type TerraformElement,
  TerraformLocal,
  type TerraformStack,
  TerraformVariable,
  Token,
} from "cdktf";
import { afterAll, expect } from "vitest";
import {
  buildModuleStack,
  buildRootStack,
  type Expression,
  expressionToken,
  type HclFiles,
  type PrintOptions,
  printHcl,
} from "../../../scripts/hcl-printer";
import { formatted } from "./terraform";

/** How these tests print: with requirements for the providers that they use. */
export const options: PrintOptions = {
  commentMetadata: "why",
  requiredVersion: ">= 1.9",
  requiredProviders: {
    aws: { source: "hashicorp/aws", version: ">= 6.0, < 7.0" },
    helm: { source: "hashicorp/helm", version: ">= 2.17, < 4.0" },
    unused: { source: "example/unused", version: ">= 1.0" },
  },
};

/** Says why, above an element, an argument, or what a path in its value leads to. */
export function comment(element: TerraformElement, text: string, argument?: string): void {
  element.node.addMetadata("why", { text, argument });
}

/** Everything that was printed by the tests of a file. */
const texts: string[] = [];

afterAll(async () => {
  if (texts.length === 0) return;
  const all = texts.join("\n");
  expect(await formatted(all), "everything printed is formatted by terraform fmt").toBe(all);
});

/** Builds a module and prints it. */
export function printed(
  build: (stack: TerraformStack) => void,
  further: Partial<PrintOptions> = {},
): HclFiles {
  return collected(printHcl(buildModuleStack(build), { ...options, ...further }));
}

/** Builds a root configuration and prints it. */
export function printedRoot(build: (stack: TerraformStack) => void): HclFiles {
  return collected(printHcl(buildRootStack(build), options));
}

function collected(files: HclFiles): HclFiles {
  texts.push(...Object.values(files).filter((text) => text !== ""));
  return files;
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

/** What is printed for an expression, as the value of the local `a`. */
export function printedExpression(expression: Expression): string {
  return printedValue(() => expressionToken(expression));
}

/**
 * HCL as it stands in a test, without the indentation of the test's source; only `${` and backticks
 * have a backslash before them.
 */
export function hcl(strings: TemplateStringsArray): string {
  const lines = strings.raw[0]
    .replace(/\\(?=\$\{|`)/g, "")
    .replace(/^\n/, "")
    .replace(/\n *$/, "\n")
    .split("\n");
  const indents = lines.filter((line) => line !== "").map((line) => line.search(/\S/));
  return lines.map((line) => line.slice(Math.min(...indents))).join("\n");
}
