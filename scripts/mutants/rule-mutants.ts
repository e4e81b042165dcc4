import type { Mutant } from "./mutant";

const rules = { file: "csi/internal/rules.ts", killedBy: "test/csi/rules.test.ts" };
const agreement = { file: "csi/internal/rules.ts", killedBy: "test/modules/rules.test.ts" };
const validation = {
  file: "scripts/generate/validation.ts",
  killedBy: "test/modules/inputs.test.ts",
};

/** Mistakes in the rules of inputs, in code and in HCL. */
export const ruleMutants: readonly Mutant[] = [
  {
    ...rules,
    name: "takes capitals in a region",
    from: "^[a-z]{2,4}(-[a-z]+)",
    to: "^[A-Za-z]{2,4}(-[A-Za-z]+)",
  },
  { ...rules, name: "takes a longer bucket name", from: "maxLength: 255", to: "maxLength: 256" },
  { ...rules, name: "takes a longer class name", from: "maxLength: 253", to: "maxLength: 254" },
  { ...rules, name: "takes a longer namespace", from: "maxLength: 63", to: "maxLength: 64" },
  { ...rules, name: "refuses tokens", from: " || Token.isUnresolved(value)", to: "" },
  {
    ...rules,
    name: "refuses tokens in a list",
    from: "list.filter((item) => !Token.isUnresolved(item))",
    to: "list",
  },
  {
    ...rules,
    name: "takes an empty list",
    from: "Array.isArray(value) && value.length > 0",
    to: "Array.isArray(value)",
  },
  {
    ...rules,
    name: "takes null for what is required",
    from: " || props[name] === null",
    to: "",
  },
  { ...rules, name: "takes fractions", from: "Number.isInteger(number) &&", to: "" },
  {
    ...rules,
    name: "reads what is no text as text",
    from: 'typeof value === "string" && ',
    to: "",
  },
  {
    ...agreement,
    name: "counts in code what Terraform does not count",
    from: "<= (rule.maxLength ?? Infinity)",
    to: "< (rule.maxLength ?? Infinity)",
  },
  {
    ...agreement,
    name: "looks for a pattern in code at the start only",
    from: "new RegExp(pattern).test(value)",
    to: 'new RegExp(pattern.replace(/\\$$/, "")).test(value)',
  },
  {
    ...validation,
    name: "counts one too few",
    from: '"<=", literal(rule.maxLength)',
    to: '"<", literal(rule.maxLength)',
  },
  {
    ...validation,
    name: "is content with one good item",
    from: 'call("alltrue"',
    to: 'call("anytrue"',
  },
  {
    ...validation,
    name: "takes an empty list",
    from: 'binary(length, ">", literal(0))',
    to: 'binary(length, ">=", literal(0))',
  },
  {
    ...validation,
    name: "takes what is there twice",
    from: 'call("distinct", value)), "=="',
    to: 'call("distinct", value)), "<="',
  },
  {
    ...validation,
    name: "shows good items as bad",
    from: "condition: isBroken",
    to: "condition: holds",
  },
];
