import type { TerraformOutput, TerraformVariable } from "cdktf";
import { present, references, ruleBlock } from "./arguments";
import type { Block } from "./body";
import { refuseOverrides } from "./overrides";
import { parseExpression } from "./parse";
import type { ValueReader } from "./tokens";

/**
 * A variable, read from its properties: its tree changes the keys of defaults to snake_case.
 *
 * @see https://developer.hashicorp.com/terraform/language/style#variables
 */
export function variableBlock(variable: TerraformVariable, values: ValueReader): Block {
  refuseOverrides(variable);
  const { type, description, nullable, sensitive, validation } = variable;
  const optional = (value: unknown) => (value === undefined ? undefined : values.literal(value));
  const args = present({
    type: type === undefined ? undefined : parseExpression(type),
    description: optional(description),
    default: optional(variable.default),
    nullable: nullable === false ? values.literal(false) : undefined,
    sensitive: sensitive ? values.literal(true) : undefined,
  });
  const rules = (validation ?? []).map((rule) => ruleBlock("validation", rule, values));
  return { type: "variable", labels: [variable.friendlyUniqueId], groups: [args, ...rules] };
}

/** An output, read from its properties: its tree leaves the precondition out. */
export function outputBlock(output: TerraformOutput, values: ValueReader): Block {
  refuseOverrides(output);
  const { value, description, sensitive, dependsOn, precondition } = output;
  if (value === undefined) throw new Error("has no value: an output must have one");
  const args = present({
    description: description === undefined ? undefined : values.literal(description),
    value: values.value(value),
    sensitive: sensitive ? values.literal(true) : undefined,
    depends_on: references(
      dependsOn?.map(({ fqn }) => fqn),
      values,
    ),
  });
  const rules = precondition ? [ruleBlock("precondition", precondition, values)] : [];
  return { type: "output", labels: [output.friendlyUniqueId], groups: [args, ...rules] };
}
