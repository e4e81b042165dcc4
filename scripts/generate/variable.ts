import { Token } from "cdktf";
import type { Rule } from "../../csi/internal/rule-kinds";
import { snakeCase } from "../build/assembly";
import {
  binary,
  call,
  type Expression,
  expressionToken,
  literal,
  object,
  reference,
  template,
} from "../hcl-printer";
import type { Input, InputType } from "./contract";

/** A `validation` of a variable, as cdktf takes it. */
export interface Validation {
  readonly condition: string;
  readonly errorMessage: string;
}

/** A type as Terraform writes it. */
export function typeExpression(type: InputType): Expression {
  if (typeof type === "string") return reference(type);
  if ("list" in type) return call("list", typeExpression(type.list));
  if ("map" in type) return call("map", typeExpression(type.map));
  const fields = type.object.map((field) => [
    field.name,
    call(
      "optional",
      typeExpression(field.type),
      ...(field.default === null ? [] : [literal(field.default as string)]),
    ),
  ]);
  return call("object", object(Object.fromEntries(fields)));
}

/** The `validation` blocks of a rule of an input; those of its fields, where it is an object. */
export function validations(input: Input): Validation[] {
  return validationsOf(input, input.name);
}

function validationsOf(input: Input, path: string): Validation[] {
  const own = input.rules
    .filter(({ kind }) => kind !== "fields")
    .map((rule) => {
      const { holds, got } = test(rule, path, input);
      return {
        condition: Token.asString(expressionToken(holds)),
        errorMessage: Token.asString(
          expressionToken(template(`\`${path}\` ${rule.must}, got `, got, ".")),
        ),
      };
    });
  const fields = typeof input.type === "object" && "object" in input.type ? input.type.object : [];
  return [...own, ...fields.flatMap((field) => validationsOf(field, `${path}.${field.name}`))];
}

/** The condition under which a rule holds, and the part of the value that breaks it. */
function test(
  rule: Rule,
  path: string,
  input: Input,
): { readonly holds: Expression; readonly got: Expression } {
  const isOptional = input.default === null;
  const value = reference(`var.${path}`);
  const { holds, got = call("jsonencode", value) } = condition(rule, path, input);
  // What follows another input is looked at where it is null, too.
  const follows = rule.kind === "belongsTo" || rule.kind === "together";
  return { holds: isOptional && !follows ? unlessNull(value, holds) : holds, got };
}

/** Terraform evaluates both sides of `||`, but a branch that is not taken may fail. */
function unlessNull(value: Expression, holds: Expression): Expression {
  const condition = binary(value, "==", literal(null));
  return { kind: "conditional", condition, yes: literal(true), no: holds };
}

function condition(
  rule: Rule,
  path: string,
  input: Input,
): { readonly holds: Expression; readonly got?: Expression } {
  const value = reference(`var.${path}`);
  /** Another input of the same module, or another field of the same object. */
  const other = (prop: string) => reference(`var.${path.replace(/[^.]*$/, "")}${snakeCase(prop)}`);
  const item = reference("item");
  switch (rule.kind) {
    case "matches": {
      const length = binary(call("length", value), "<=", literal(rule.maxLength ?? 0));
      const matching = matches(rule.pattern, value);
      return {
        holds: rule.maxLength === undefined ? matching : binary(matching, "&&", length),
        got: quoted(value, input),
      };
    }
    case "differsFrom":
      return { holds: not(matches(rule.pattern, value)), got: quoted(value, input) };
    case "oneOf":
      return {
        holds: call("contains", { kind: "list", items: rule.values.map(literal) }, value),
        got: quoted(value, input),
      };
    case "integerBetween": {
      const [min, max] = [rule.min, rule.max].map(literal);
      const between = binary(binary(value, ">=", min), "&&", binary(value, "<=", max));
      return { holds: binary(between, "&&", binary(call("floor", value), "==", value)) };
    }
    case "notEmpty":
      return { holds: binary(call("length", value), ">", literal(0)) };
    case "eachMatches":
      return each(values(value, input), item, matches(rule.pattern, item));
    case "eachKeyMatches":
      return each(call("keys", value), item, matches(rule.pattern, item));
    case "eachYamlMapping":
      return each(value, item, call("can", call("keys", call("yamldecode", item))));
    case "distinct": {
      const items = values(value, input);
      const all = rule.ignoring === undefined ? items : without(rule.ignoring, items, item);
      const distinct = call("length", call("distinct", all));
      return { holds: binary(distinct, "==", call("length", items)) };
    }
    case "itemNeeds":
    case "itemExcludes": {
      const any = (pattern: string) =>
        call("anytrue", loop(values(value, input), matches(pattern, item)));
      const others = any(rule.companion);
      const allowed = rule.kind === "itemNeeds" ? others : not(others);
      return { holds: binary(not(any(rule.pattern)), "||", allowed) };
    }
    case "needs":
      return rule.value === undefined
        ? { holds: binary(other(rule.other), "!=", literal(null)) }
        : { holds: binary(other(rule.other), "==", literal(rule.value)) };
    case "excludes":
      return { holds: binary(call("length", other(rule.other)), "==", literal(0)) };
    case "together": {
      const isNull = (one: Expression) => binary(one, "==", literal(null));
      return { holds: binary(isNull(value), "==", isNull(other(rule.other))) };
    }
    case "belongsTo": {
      const belongs = binary(other(rule.other), "==", literal(rule.value));
      return { holds: binary(belongs, "==", binary(value, "!=", literal(null))) };
    }
    case "greaterThan": {
      const least = other(rule.other);
      return { holds: unlessNull(least, binary(value, ">", least)) };
    }
    default:
      throw new Error(`the rule ${rule.kind} has no HCL of its own`);
  }
}

/** Whether the rule holds for each item, and those for which it does not. */
function each(list: Expression, item: Expression, holds: Expression) {
  const offending = loop(list, item, not(holds));
  return { holds: call("alltrue", loop(list, holds)), got: call("jsonencode", offending) };
}

/** A value for each item for which the condition holds. */
function loop(input: Expression, value: Expression, condition?: Expression): Expression {
  return { kind: "for", names: ["item"], input, value, condition };
}

function not(operand: Expression): Expression {
  return { kind: "unary", operator: "!", operand };
}

/** The items of a list or the values of a map. */
function values(value: Expression, { type }: Input): Expression {
  return typeof type === "object" && "map" in type ? call("values", value) : value;
}

/** The items without what matches a pattern. */
function without(pattern: string, list: Expression, item: Expression): Expression {
  return loop(list, call("replace", item, literal(`/${pattern}/`), literal("")));
}

/** A string in quotes. Not by jsonencode, which would write ">= 2.4" as "\\u003e= 2.4", but where it may be null. */
function quoted(value: Expression, { default: byDefault }: Input): Expression {
  return byDefault === null ? call("jsonencode", value) : template('"', value, '"');
}

/** Whether a string matches: `regex` fails where it does not. */
function matches(pattern: string, value: Expression): Expression {
  return call("can", call("regex", literal(pattern), value));
}
