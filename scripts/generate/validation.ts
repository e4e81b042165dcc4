import type { TerraformVariableValidationConfig } from "cdktf";
import type { Rule } from "../../csi/internal/rules";
import type { Input } from "./contract";

/** A rule of an input as the `validation` block of its variable. */
export function validation({ name }: Input, rule: Rule): TerraformVariableValidationConfig {
  const { condition, got } = expressions(`var.${name}`, rule);
  return {
    condition: `\${${condition}}`,
    errorMessage: `\`${name}\` ${rule.must}, got ${got}.`,
  };
}

/** The condition under which a rule holds, and a template of the part of the value that breaks it. */
function expressions(value: string, rule: Rule): { condition: string; got: string } {
  switch (rule.kind) {
    case "matches": {
      const length =
        rule.maxLength === undefined ? "" : ` && length(${value}) <= ${rule.maxLength}`;
      // Not by jsonencode, which would write ">= 2.4" as "\\u003e= 2.4".
      return { condition: matches(rule.pattern, value) + length, got: `"\${${value}}"` };
    }
    case "notEmpty":
      return { condition: `length(${value}) > 0`, got: `\${jsonencode(${value})}` };
    case "eachMatches": {
      const holds = matches(rule.pattern, "item");
      return {
        condition: `alltrue([for item in ${value} : ${holds}])`,
        got: `\${jsonencode([for item in ${value} : item if !${holds}])}`,
      };
    }
    case "distinct":
      return {
        condition: `length(distinct(${value})) == length(${value})`,
        got: `\${jsonencode(${value})}`,
      };
    default:
      throw new Error(`the rule ${rule.kind} has no HCL: no input of a module uses it yet`);
  }
}

/** Whether a string matches: `regex` fails where it does not. JSON's escapes are HCL's for what patterns hold. */
function matches(pattern: string, value: string): string {
  return `can(regex(${JSON.stringify(pattern)}, ${value}))`;
}
