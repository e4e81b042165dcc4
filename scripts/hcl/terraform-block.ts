import type { Block } from "./body";
import { type Expression, text } from "./expression";

/** Which Terraform and which providers the HCL is for. */
export interface HclRequirements {
  /** Constraint on Terraform's version, such as `>= 1.9`. */
  readonly requiredVersion: string;

  /** Source and version constraint by the provider's local name; only those in use are printed. */
  readonly requiredProviders: Record<string, { source: string; version: string }>;
}

/** The provider of `terraform_data`, which is a part of Terraform and not to be required. */
const BUILT_IN = "terraform";

/** The `terraform` block: what the HCL requires, for the providers that are used. */
export function terraformBlock(used: string[], requirements: HclRequirements): Block {
  const names = [...new Set(used)].filter((name) => name !== BUILT_IN).sort();
  const providers = names.map((name) => ({ name, value: requirement(name, requirements) }));
  return {
    type: "terraform",
    labels: [],
    groups: [
      [{ name: "required_version", value: text(requirements.requiredVersion) }],
      ...(providers.length > 0
        ? [{ type: "required_providers", labels: [], groups: [providers] }]
        : []),
    ],
  };
}

function requirement(name: string, { requiredProviders }: HclRequirements): Expression {
  const required = requiredProviders[name];
  if (!required) {
    const known = Object.keys(requiredProviders).join(", ") || "none";
    throw new Error(
      `the provider ${name} is used, but requiredProviders has only ${known}: ` +
        "add its source and version",
    );
  }
  return {
    kind: "object",
    entries: [
      { key: text("source"), value: text(required.source) },
      { key: text("version"), value: text(required.version) },
    ],
  };
}
