import type {
  TerraformOutput,
  TerraformProvider,
  TerraformVariable,
  TerraformVariableValidationConfig,
} from "cdktf";
import { type Block, block, givenArguments } from "./block";
import type { ValueReader } from "./cdktf-values";
import { literal, object } from "./expression";

/** Which Terraform and which providers the HCL is for. */
export interface HclRequirements {
  /** Constraint on Terraform's version, such as `>= 1.9`. */
  readonly requiredVersion: string;

  /** Source and version constraint by the provider's local name; only those in use are printed. */
  readonly requiredProviders: Readonly<
    Record<string, { readonly source: string; readonly version: string }>
  >;
}

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
    type: type === undefined ? undefined : values.reference(type),
    description: optional(description),
    default: optional(variable.default),
    nullable: nullable === false ? literal(false) : undefined,
  });
  const rules = validation.map((rule) => conditionBlock("validation", rule, values));
  return { type: "variable", labels: [variable.friendlyUniqueId], groups: [args, ...rules] };
}

/** A `validation` or `precondition`. */
export function conditionBlock(
  type: string,
  { condition, errorMessage }: TerraformVariableValidationConfig,
  values: ValueReader,
): Block {
  return block(
    type,
    givenArguments({
      condition: values.value(condition),
      error_message: values.value(errorMessage),
    }),
  );
}

/** An output, read from its properties. */
export function outputBlock(output: TerraformOutput, values: ValueReader): Block {
  refuseProperties(output, { sensitive: "do without it", precondition: "do without it" });
  const { value, description, dependsOn } = output;
  if (value === undefined) throw new Error("has no value: an output must have one");
  const args = givenArguments({
    description: description === undefined ? undefined : values.literal(description),
    value: values.value(value),
    depends_on: values.references(dependsOn?.map(({ fqn }) => fqn)),
  });
  return { type: "output", labels: [output.friendlyUniqueId], groups: [args] };
}

/** A provider that takes its configuration from the environment. */
export function providerBlock(provider: TerraformProvider): Block {
  const name = provider.terraformResourceType;
  const [configuration] = provider.toTerraform().provider[name];
  const argument = Object.keys(configuration).find((key) => configuration[key] !== undefined);
  if (argument) {
    throw new Error(
      `the provider ${name} has the argument ${argument}, which is not printed: ` +
        "configure it by environment variables",
    );
  }
  return { type: "provider", labels: [name], groups: [] };
}

/** The provider of `terraform_data`, which is a part of Terraform and not to be required. */
const BUILT_IN = "terraform";

/** The `terraform` block: what the HCL requires, for the providers that are used. */
export function terraformBlock(used: string[], requirements: HclRequirements): Block {
  const names = [...new Set(used)].filter((name) => name !== BUILT_IN).sort();
  const providers = names.map((name) => {
    const { source, version } = requirements.requiredProviders[name];
    return { name, value: object({ source: literal(source), version: literal(version) }) };
  });
  const version = givenArguments({ required_version: literal(requirements.requiredVersion) });
  return providers.length > 0
    ? block("terraform", version, block("required_providers", providers))
    : block("terraform", version);
}

/**
 * Throws if one of these properties is set.
 *
 * @param instead by the property's name, what to do instead of setting it.
 */
export function refuseProperties(holder: object, instead: Record<string, string>): void {
  const set = Object.keys(instead).find((name) => {
    const value = (holder as Record<string, unknown>)[name];
    return value !== undefined && value !== false;
  });
  if (set) throw new Error(`has ${set}, which is not printed: ${instead[set]}`);
}
