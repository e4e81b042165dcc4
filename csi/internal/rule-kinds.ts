import { TerraformProvider, TerraformStack, Token } from "cdktf";
import type { IConstruct } from "constructs";
import { isYamlMapping } from "./yaml-mapping";

/**
 * One rule of an input, as data: the generator writes it as an HCL `validation`,
 * `checkProps` applies it in code. An input that is left out breaks no rule but
 * `required`.
 *
 * Patterns stay in what RE2 (Terraform) and JavaScript have in common.
 */
export type Rule = {
  /** What the input must be, in words that follow the input's name. */
  readonly must: string;
} & (
  | { readonly kind: "required" }
  | { readonly kind: "matches"; readonly pattern: string; readonly maxLength?: number }
  | { readonly kind: "differsFrom"; readonly pattern: string }
  | { readonly kind: "oneOf"; readonly values: readonly string[] }
  | { readonly kind: "integerBetween"; readonly min: number; readonly max: number }
  | { readonly kind: "notEmpty" }
  | {
      readonly kind: "eachMatches";
      readonly pattern: string;
      /** What an item that breaks the rule may have been meant to be; code alone can say it. */
      readonly hint?: (item: string) => string;
    }
  | { readonly kind: "eachKeyMatches"; readonly pattern: string }
  | { readonly kind: "eachYamlMapping" }
  /** Items that differ; without what matches `ignoring`, where that is given. */
  | { readonly kind: "distinct"; readonly ignoring?: string }
  /** Where an item matches `pattern`, one must match `companion`. */
  | { readonly kind: "itemNeeds"; readonly pattern: string; readonly companion: string }
  /** Where an item matches `pattern`, none may match `companion`. */
  | { readonly kind: "itemExcludes"; readonly pattern: string; readonly companion: string }
  /** Given only together with another input, or where that has a value. */
  | { readonly kind: "needs"; readonly other: string; readonly value?: string }
  /** Given only where another input, a list, is empty. */
  | { readonly kind: "excludes"; readonly other: string }
  /** Given where another input is, and only there: a rule of one of the two, or Terraform sees a cycle. */
  | { readonly kind: "together"; readonly other: string }
  /** Given only, and always, where another input has a value. */
  | { readonly kind: "belongsTo"; readonly other: string; readonly value: string }
  | { readonly kind: "greaterThan"; readonly other: string }
  /** The fields of an object, each with its own rules. */
  | { readonly kind: "fields"; readonly fields: Readonly<Record<string, readonly Rule[]>> }
);

/** What a required input must be: there. */
export const required = { kind: "required", must: "is required" } as const;

/**
 * The rules of each prop of a construct: those of a required one begin with
 * `required`. A prop that is new or renamed does not compile without its entry.
 */
export type Rules<Props> = {
  readonly [Name in keyof Props]-?: undefined extends Props[Name]
    ? readonly Rule[]
    : readonly [typeof required, ...Rule[]];
};

/**
 * The props of a construct that are given, checked against their rules: null
 * counts as left out. Tokens, whose values Terraform learns later, are passed
 * over.
 *
 * @throws an error that names the construct, the prop, the value got and what is allowed.
 */
export function checkProps<Props extends object>(
  construct: IConstruct,
  props: Props,
  rules: Rules<Props>,
): Props {
  check(construct, props as Readonly<Record<string, unknown>>, rules, "");
  // By the rules: a prop may be a getter of its class, which its own entries leave out.
  const given = Object.keys(rules)
    .map((name) => [name, props[name as keyof Props]] as const)
    .filter(([, value]) => value !== undefined && value !== null);
  for (const [name, value] of given) refuseForeignProvider(construct, name, value);
  return Object.fromEntries(given) as Props;
}

/** A provider is declared in one stack, and Terraform knows it in no other. */
function refuseForeignProvider(construct: IConstruct, name: string, value: unknown): void {
  if (!TerraformProvider.isTerraformProvider(value)) return;
  if (TerraformStack.of(value) === TerraformStack.of(construct)) return;
  throw new Error(
    `${construct.node.path}: \`${name}\` must be a provider of the same stack, got ${value.node.path} of another, which Terraform does not know here: create one in this stack.`,
  );
}

function check(
  construct: IConstruct,
  props: Readonly<Record<string, unknown>>,
  rules: Readonly<Record<string, readonly Rule[]>>,
  prefix: string,
): void {
  for (const [name, list] of Object.entries(rules)) {
    for (const rule of list) {
      if (rule.kind === "fields") {
        const fields = (props[name] ?? {}) as Readonly<Record<string, unknown>>;
        check(construct, fields, rule.fields, `${prefix}${name}.`);
        continue;
      }
      const offending = breaks(rule, props[name], props);
      if (offending !== undefined) {
        throw new Error(
          `${construct.node.path}: \`${prefix}${name}\` ${rule.must}, got ${JSON.stringify(offending.got) ?? "undefined"}.${hints(rule, offending.got)}`,
        );
      }
    }
  }
}

function hints(rule: Rule, got: unknown): string {
  if (rule.kind !== "eachMatches" || rule.hint === undefined) return "";
  return (got as unknown[]).map(String).map(rule.hint).join("");
}

/** The part of a value that breaks a rule; undefined where the rule holds. */
function breaks(
  rule: Exclude<Rule, { readonly kind: "fields" }>,
  value: unknown,
  props: Readonly<Record<string, unknown>>,
): { readonly got: unknown } | undefined {
  const unless = (holds: boolean, got: unknown = value) => (holds ? undefined : { got });
  const isGiven = value !== undefined && value !== null;
  if (rule.kind === "required") return unless(isGiven);
  if (rule.kind === "belongsTo") {
    const other = props[rule.other];
    if (Token.isUnresolved(other)) return undefined;
    return unless(isGiven === (other === rule.value), isGiven ? value : null);
  }
  if (rule.kind === "together") {
    const other = props[rule.other];
    return unless(isGiven === (other !== undefined && other !== null), isGiven ? value : null);
  }
  if (!isGiven || Token.isUnresolved(value)) return undefined;
  switch (rule.kind) {
    case "matches":
      return unless(
        matches(rule.pattern, value) && String(value).length <= (rule.maxLength ?? Infinity),
      );
    case "differsFrom":
      return unless(!matches(rule.pattern, value));
    case "oneOf":
      return unless(rule.values.includes(value as string));
    case "integerBetween":
      return unless(
        Number.isInteger(value) && (value as number) >= rule.min && (value as number) <= rule.max,
      );
    case "notEmpty":
      return unless(typeof value === "object" && Object.keys(value).length > 0);
    case "eachMatches":
      return offending(value, (item) => matches(rule.pattern, item));
    case "eachKeyMatches":
      return offending(Object.keys(value), (key) => matches(rule.pattern, key));
    case "eachYamlMapping":
      return offending(value, isYamlMapping);
    case "distinct": {
      const ignored = new RegExp(rule.ignoring ?? "^$", "g");
      const counted = known(value).map((item) => String(item).replace(ignored, ""));
      return unless(new Set(counted).size === counted.length);
    }
    case "itemNeeds":
    case "itemExcludes": {
      const items = known(value);
      const has = (pattern: string) => items.some((item) => matches(pattern, item));
      const isWhole = items.length === Object.keys(value).length;
      const allowed =
        rule.kind === "itemExcludes" ? !has(rule.companion) : has(rule.companion) || !isWhole;
      return unless(!has(rule.pattern) || allowed);
    }
    case "needs": {
      const other = props[rule.other];
      if (rule.value === undefined || Token.isUnresolved(other)) {
        return unless(other !== undefined && other !== null);
      }
      return unless(other === rule.value);
    }
    case "excludes":
      return unless(known(props[rule.other] ?? []).length === 0);
    case "greaterThan": {
      const other = props[rule.other];
      return unless(Token.isUnresolved(other) || (value as number) > (other as number));
    }
  }
}

function matches(pattern: string, value: unknown): boolean {
  return typeof value === "string" && new RegExp(pattern).test(value);
}

/** The items of a list, or the values of a map, that break a rule; undefined where none does. */
function offending(
  collection: unknown,
  holds: (item: unknown) => boolean,
): { readonly got: unknown[] } | undefined {
  const got = known(collection).filter((item) => !holds(item));
  return got.length > 0 ? { got } : undefined;
}

/** The items of a list, or the values of a map, that are known while the program runs. */
function known(collection: unknown): unknown[] {
  return Object.values(collection as object).filter((item) => !Token.isUnresolved(item));
}
