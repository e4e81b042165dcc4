import { TerraformVariable } from "cdktf";
import { describe, expect, it } from "vitest";
import type { Rule } from "../../../csi/internal/rules";
import { validation } from "../../../scripts/generate/validation";
import { buildModuleStack, printHcl } from "../../../scripts/hcl-printer";

/** The HCL of a variable with a rule. */
function printed(rule: Rule): string {
  const input = {
    name: "size",
    prop: "size",
    type: "",
    description: "",
    required: true,
    rules: [],
  };
  const stack = buildModuleStack((built) => {
    new TerraformVariable(built, "size", { validation: [validation(input, rule)] });
  });
  return printHcl(stack, { requiredVersion: "", requiredProviders: {} }).variables;
}

describe("a rule as a validation", () => {
  it("names the input, what it must be and the value got", () => {
    const rule: Rule = {
      kind: "matches",
      pattern: "^[a-z\\.]+$",
      maxLength: 9,
      must: "must be small",
    };
    expect(printed(rule)).toContain(
      'condition     = can(regex("^[a-z\\\\.]+$", var.size)) && length(var.size) <= 9\n',
    );
    expect(printed(rule)).toContain(
      'error_message = "`size` must be small, got \\"${var.size}\\"."\n',
    );
  });

  it("shows the offending items of a list only", () => {
    expect(printed({ kind: "eachMatches", pattern: "^a", must: "must fit" })).toContain(
      'item if !can(regex("^a", item))',
    );
  });

  it("is refused for a kind of rule that no input has yet", () => {
    const rule: Rule = { kind: "oneOf", values: ["a"], must: "must be a" };
    expect(() => printed(rule)).toThrow("the rule oneOf has no HCL");
  });
});
