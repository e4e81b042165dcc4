import { describe, expect, it } from "vitest";
import type { Rule } from "../../../csi/internal/rules";
import { validation } from "../../../scripts/generate/validation";

const validationOf = (rule: Rule) =>
  validation(
    { name: "size", prop: "size", type: "", description: "", required: true, rules: [] },
    rule,
  );

describe("a rule as a validation", () => {
  it("names the input, what it must be and the value got", () => {
    const { condition, errorMessage } = validationOf({
      kind: "matches",
      pattern: "^[a-z\\.]+$",
      maxLength: 9,
      must: "must be small",
    });
    expect(condition).toBe('${can(regex("^[a-z\\\\.]+$", var.size)) && length(var.size) <= 9}');
    expect(errorMessage).toBe('`size` must be small, got "${var.size}".');
  });

  it("shows the offending items of a list only", () => {
    const { errorMessage } = validationOf({ kind: "eachMatches", pattern: "^a", must: "must fit" });
    expect(errorMessage).toContain('item if !can(regex("^a", item))');
  });

  it("is refused for a kind of rule that no input has yet", () => {
    const rule: Rule = { kind: "oneOf", values: ["a"], must: "must be a" };
    expect(() => validationOf(rule)).toThrow("the rule oneOf has no HCL");
  });
});
