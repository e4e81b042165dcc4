import type { TerraformVariableValidationConfig } from "cdktf";
import type { Rule } from "../../csi/internal/rules";
import {
  binary,
  call,
  type Expression,
  expressionToken,
  literal,
  reference,
  template,
} from "../hcl-printer";
import type { Input } from "./contract";

/** A rule of an input as the `validation` block of its variable. */
export function validation({ name }: Input, rule: Rule): TerraformVariableValidationConfig {
  const { condition, got } = expressions(reference(`var.${name}`), rule);
  const message = template(`\`${name}\` ${rule.must}, got `, got, ".");
  return {
    condition: expressionToken(condition),
    errorMessage: expressionToken(message).toString(),
  };
}

/** The condition under which a rule holds, and the part of the value that breaks it. */
function expressions(value: Expression, rule: Rule): { condition: Expression; got: Expression } {
  const got = call("jsonencode", value);
  const length = call("length", value);
  switch (rule.kind) {
    case "matches": {
      const matching = matches(rule.pattern, value);
      const condition =
        rule.maxLength === undefined
          ? matching
          : binary(matching, "&&", binary(length, "<=", literal(rule.maxLength)));
      // Not by jsonencode, which would write ">= 2.4" as "\\u003e= 2.4".
      return { condition, got: template('"', value, '"') };
    }
    case "notEmpty":
      return { condition: binary(length, ">", literal(0)), got };
    case "eachMatches": {
      const item = reference("item");
      const loop = { kind: "for" as const, names: ["item"], input: value };
      const holds = matches(rule.pattern, item);
      const isBroken: Expression = { kind: "unary", operator: "!", operand: holds };
      return {
        condition: call("alltrue", { ...loop, value: holds }),
        got: call("jsonencode", { ...loop, value: item, condition: isBroken }),
      };
    }
    case "distinct":
      return { condition: binary(call("length", call("distinct", value)), "==", length), got };
    default:
      throw new Error(`the rule ${rule.kind} has no HCL: no input of a module uses it yet`);
  }
}

/** Whether a string matches: `regex` fails where it does not. */
function matches(pattern: string, value: Expression): Expression {
  return call("can", call("regex", literal(pattern), value));
}
