import { describe, expect, it } from "vitest";
import type { Rule } from "../../../csi/internal/rule-kinds";
import type { Input, InputType } from "../../../scripts/generate/contract";
import { typeExpression, validations } from "../../../scripts/generate/variable";
import { oneLine } from "../../../scripts/hcl-printer";
import { expressionOf } from "./expression-of";

function input(rules: Rule[], more: Partial<Input> = {}): Input {
  const named = { name: "size", prop: "size", description: "", required: true, default: undefined };
  return { ...named, type: "string", rules, ...more };
}

/** The condition and the message of the only validation, as HCL. */
function validationOf(it: Input): [string, string] {
  const [only] = validations(it);
  return [expressionOf(only.condition), expressionOf(only.errorMessage)];
}

const must = "must fit";

describe("a rule as a validation", () => {
  it("names the input, what it must be and the value got", () => {
    const rule: Rule = { kind: "matches", pattern: "^a", must: "must be small" };
    expect(validationOf(input([rule]))[1]).toBe('"`size` must be small, got \\"${var.size}\\"."');
  });

  it("shows the offending items of a list only", () => {
    const rule: Rule = { kind: "eachMatches", pattern: "^a", must };
    expect(validationOf(input([rule], { type: { list: "string" } }))[1]).toBe(
      '"`size` must fit, got ${jsonencode([for item in var.size : item if !can(regex("^a", item))])}."',
    );
  });

  it.each([
    ["itemNeeds", ""],
    ["itemExcludes", "!"],
  ] as const)("of the kind %s looks at all items", (kind, not) => {
    const any = (letter: string) =>
      `anytrue([for item in var.size : can(regex("^${letter}", item))])`;
    const rule: Rule = { kind, pattern: "^a", companion: "^b", must };
    expect(validationOf(input([rule], { type: { list: "string" } }))[0]).toBe(
      `!${any("a")} || ${not}${any("b")}`,
    );
  });

  it("of a field reads another field of the same object", () => {
    const field = input([{ kind: "needs", other: "minSize", must }], {
      required: false,
      default: null,
    });
    const object = input([], { name: "disk", type: { object: [field] }, default: {} });
    expect(validationOf(object)[0]).toBe(
      "var.disk.size == null ? true : var.disk.min_size != null",
    );
  });

  it("is one for each field of an object", () => {
    const field = input([{ kind: "matches", pattern: "^a", must }], {
      name: "label",
      required: false,
      default: null,
    });
    const object = input([], { type: { object: [field] }, default: {} });
    expect(validationOf(object)).toEqual([
      'var.size.label == null ? true : can(regex("^a", var.size.label))',
      '"`size.label` must fit, got ${jsonencode(var.size.label)}."',
    ]);
  });
});

describe("a type", () => {
  it.each<[InputType, string]>([
    ["bool", "bool"],
    [{ map: "string" }, "map(string)"],
    [{ list: { map: "number" } }, "list(map(number))"],
  ])("%j is %s", (type, text) => {
    expect(oneLine(typeExpression(type))).toBe(text);
  });
});
