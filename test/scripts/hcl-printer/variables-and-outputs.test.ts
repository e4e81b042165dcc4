import { EfsFileSystem } from "@cdktf/provider-aws/lib/efs-file-system";
import {
  Fn,
  FOR_EXPRESSION_KEY,
  FOR_EXPRESSION_VALUE,
  forExpression,
  Op,
  propertyAccess,
  ref,
  TerraformOutput,
  type TerraformStack,
  TerraformVariable,
  Token,
} from "cdktf";
import { describe, expect, it } from "vitest";
import {
  call,
  type Expression,
  expressionToken,
  literal,
  object,
  reference,
} from "../../../scripts/hcl-printer";
import { hcl, printed } from "./printed";

type VariableConfig = ConstructorParameters<typeof TerraformVariable>[2];

const x = Token.asString(ref("var.x"));

function variable(config: VariableConfig): string {
  return printed((stack) => new TerraformVariable(stack, "x", config)).variables;
}

function outputs(build: (stack: TerraformStack) => void): string {
  return printed(build).outputs;
}

describe("a variable", () => {
  it("has type, description, default, nullable and validations in this order", () => {
    expect(
      variable({
        validation: [
          {
            condition: Fn.can(Fn.regex("^[a-z]+$", x)),
            errorMessage: `\`x\` must be lower case, got ${Fn.jsonencode(x)}.`,
          },
          { condition: Op.lt(Fn.lengthOf(x), 9), errorMessage: "`x` is too long." },
        ],
        nullable: false,
        default: "a",
        description: "What it is.",
        type: "string",
      }),
    ).toBe(hcl`
      variable "x" {
        type        = string
        description = "What it is."
        default     = "a"
        nullable    = false

        validation {
          condition     = can(regex("^[a-z]+$", var.x))
          error_message = "\`x\` must be lower case, got \${jsonencode(var.x)}."
        }

        validation {
          condition     = length(var.x) < 9
          error_message = "\`x\` is too long."
        }
      }
    `);
  });

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

  it.each<[string, Expression]>([
    ["number", reference("number")],
    ["bool", reference("bool")],
    ["map(string)", call("map", reference("string"))],
    ["list(string)", call("list", reference("string"))],
  ])("may be of the type %s", (text, type) => {
    expect(variable({ type: expressionToken(type).toString() })).toBe(
      `variable "x" {\n  type = ${text}\n}\n`,
    );
  });

  it("may be an object with optional attributes, and null without being given", () => {
    const [string, number] = ["string", "number"].map(reference);
    const type = call(
      "object",
      object({
        id: string,
        name: call("optional", string),
        size: call("optional", number, literal(8)),
      }),
    );
    expect(variable({ type: expressionToken(type).toString(), default: null })).toBe(hcl`
      variable "x" {
        type = object({
          id   = string
          name = optional(string)
          size = optional(number, 8)
        })
        default = null
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
  it("has description, value and bare depends_on in this order", () => {
    expect(
      outputs((stack) => {
        const fs = new EfsFileSystem(stack, "fs");
        new TerraformOutput(stack, "id", {
          dependsOn: [fs],
          value: fs.id,
          description: "Id of ${it}.",
        });
      }),
    ).toBe(hcl`
      output "id" {
        description = "Id of $\${it}."
        value       = aws_efs_file_system.this.id
        depends_on  = [aws_efs_file_system.this]
      }
    `);
  });

  it("may be a list or a map of resources' attributes", () => {
    const [key, value] = [FOR_EXPRESSION_KEY, propertyAccess(FOR_EXPRESSION_VALUE, ["id"])];
    expect(
      outputs((stack) => {
        new TerraformOutput(stack, "ids", { value: forExpression(ref("aws_x.this"), value, key) });
      }),
    ).toBe('output "ids" {\n  value = { for key, value in aws_x.this : key => value.id }\n}\n');
  });

  it("without a value is refused", () => {
    expect(() => outputs((stack) => new TerraformOutput(stack, "o", { value: undefined }))).toThrow(
      "module/o: has no value",
    );
  });
});
