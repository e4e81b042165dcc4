import { Fn, TerraformOutput, type TerraformStack, TerraformVariable } from "cdktf";
import { describe, expect, it } from "vitest";
import { hcl, printed } from "./printed";

type VariableConfig = ConstructorParameters<typeof TerraformVariable>[2];

function variable(config: VariableConfig): string {
  return printed((stack) => new TerraformVariable(stack, "x", config)).variables;
}

function outputs(build: (stack: TerraformStack) => void): string {
  return printed(build).outputs;
}

describe("a variable", () => {
  it("does not say what holds without saying", () => {
    expect(variable({ nullable: true, sensitive: false })).toBe('variable "x" {}\n');
  });

  it.each([
    [false, "false"],
    [0, "0"],
    ["", '""'],
    [null, "null"],
    [[], "[]"],
  ])("keeps the default %j", (value, expected) => {
    expect(variable({ default: value })).toBe(`variable "x" {\n  default = ${expected}\n}\n`);
  });

  it("keeps the keys of a default, and its text as it is", () => {
    expect(variable({ default: { fooBar: "${path.module}", "a/b": "%{x}" } })).toBe(hcl`
      variable "x" {
        default = {
          fooBar = "$\${path.module}"
          "a/b"  = "%%{x}"
        }
      }
    `);
  });

  it("stands by name, the required ones first", () => {
    const { variables } = printed((stack) => {
      new TerraformVariable(stack, "d", { default: null });
      new TerraformVariable(stack, "c", { default: 0 });
      new TerraformVariable(stack, "b", {});
      new TerraformVariable(stack, "a_1", { default: "" });
      new TerraformVariable(stack, "a", {});
    });
    expect(variables.match(/(?<=variable ")\w+/g)).toEqual(["a", "b", "a_1", "c", "d"]);
  });

  it.each<[string, VariableConfig, string]>([
    ["a token as default", { default: Fn.upper("a") }, "module/x: holds a token where Terraform"],
    ["text as type", { type: "list(string)" }, 'module/x: "list(string)" is no reference that can'],
    [
      "text as condition",
      { validation: [{ condition: "${a}", errorMessage: "" }] },
      'module/x: the string "${a}" holds ${, which may mean itself or more',
    ],
  ])("with %s is refused", (_, config, message) => {
    expect(() => variable(config)).toThrow(message);
  });
});

describe("an output", () => {
  it("without a value is refused", () => {
    expect(() => outputs((stack) => new TerraformOutput(stack, "o", { value: undefined }))).toThrow(
      "module/o: has no value",
    );
  });
});
