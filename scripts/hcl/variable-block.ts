import type { TerraformOutput, TerraformVariable, TerraformVariableValidationConfig } from "cdktf";
import { givenArguments, references } from "./arguments";
import type { Block } from "./body";
import { parseExpression } from "./parse";
import { refuseProperties } from "./refusals";
import type { ValueReader } from "./tokens";

/**
 * A variable, read from its properties: its tree changes the keys of defaults to snake_case.
 *
 * @see https://developer.hashicorp.com/terraform/language/style#variables
 */
export function variableBlock(variable: TerraformVariable, values: ValueReader): Block {
  refuseProperties(variable, { sensitive: "do without it" });
  const { type, description, nullable, validation = [] } = variable;
  const optional = (value: unknown) => (value === undefined ? undefined : values.literal(value));
  const args = givenArguments({
    type: type === undefined ? undefined : parseExpression(type),
    description: optional(description),
    default: optional(variable.default),
    nullable: nullable === false ? values.literal(false) : undefined,
  });
  const rules = validation.map((rule) => validationBlock(rule, values));
  return { type: "variable", labels: [variable.friendlyUniqueId], groups: [args, ...rules] };
}

function validationBlock(rule: TerraformVariableValidationConfig, values: ValueReader): Block {
  const args = givenArguments({
    condition: values.value(rule.condition),
    error_message: values.value(rule.errorMessage),
  });
  return { type: "validation", labels: [], groups: [args] };
}

/** An output, read from its properties. */
export function outputBlock(output: TerraformOutput, values: ValueReader): Block {
  refuseProperties(output, { sensitive: "do without it", precondition: "do without it" });
  const { value, description, dependsOn } = output;
  if (value === undefined) throw new Error("has no value: an output must have one");
  const args = givenArguments({
    description: description === undefined ? undefined : values.literal(description),
    value: values.value(value),
    depends_on: references(
      dependsOn?.map(({ fqn }) => fqn),
      values,
    ),
  });
  return { type: "output", labels: [output.friendlyUniqueId], groups: [args] };
}
