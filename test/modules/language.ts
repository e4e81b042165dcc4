/** Since when Terraform has what the modules and examples are written with. */
export const since = {
  /** @see https://developer.hashicorp.com/terraform/language/functions, a note on the page of each newer one */
  functions: {
    alltrue: "0.14.0",
    base64decode: "0.12.0",
    can: "0.12.20",
    cidrsubnet: "0.12.0",
    compact: "0.12.0",
    distinct: "0.12.0",
    join: "0.12.0",
    jsonencode: "0.12.0",
    length: "0.12.0",
    // In the type of a variable.
    list: "0.12.0",
    map: "0.12.0",
    object: "0.12.0",
    regex: "0.12.7",
    replace: "0.12.0",
    // In the type of a variable.
    set: "0.12.0",
    sha256: "0.12.0",
    sort: "0.12.0",
    substr: "0.12.0",
    toset: "0.12.0",
    trim: "0.12.17",
    trimprefix: "0.12.17",
    values: "0.12.0",
    yamlencode: "0.12.2",
  },
  blocks: {
    data: "0.12.0",
    // https://github.com/hashicorp/terraform/releases/tag/v1.5.0
    import: "1.5.0",
    locals: "0.12.0",
    module: "0.12.0",
    // https://github.com/hashicorp/terraform/releases/tag/v1.1.0
    moved: "1.1.0",
    output: "0.12.0",
    provider: "0.12.0",
    resource: "0.12.0",
    terraform: "0.12.0",
    variable: "0.12.0",
  },
  variableArguments: {
    default: "0.12.0",
    description: "0.12.0",
    // https://github.com/hashicorp/terraform/releases/tag/v1.1.0
    nullable: "1.1.0",
    type: "0.12.0",
    // https://github.com/hashicorp/terraform/releases/tag/v0.13.0
    validation: "0.13.0",
  },
  /** @see https://github.com/hashicorp/terraform/releases/tag/v0.13.0 */
  providerSource: "0.13.0",
  /** @see https://github.com/hashicorp/terraform/releases/tag/v1.2.0 */
  expressionInErrorMessage: "1.2.0",
  /** @see https://github.com/hashicorp/terraform/releases/tag/v1.4.0 */
  terraformData: "1.4.0",
  /** @see https://github.com/hashicorp/terraform/releases/tag/v1.7.0 */
  importForEach: "1.7.0",
  /** @see https://github.com/hashicorp/terraform/releases/tag/v1.9.0 */
  conditionOnOtherVariable: "1.9.0",
} as const;

/**
 * What of the language HCL is written with, and since when Terraform has it.
 *
 * @param text The HCL, without comments.
 * @param hcl The same as JSON, by `@cdktf/hcl2json`.
 * @throws an error if it is nothing that is known here.
 */
// biome-ignore lint/suspicious/noExplicitAny: HCL as JSON.
export function featuresOf(text: string, hcl: any): Record<string, string> {
  const features: Record<string, string> = {};
  for (const [, name] of text.matchAll(/\b([a-z][a-z0-9_]*)\(/g)) {
    features[`${name}()`] = known(since.functions, "function", name);
  }
  for (const type of Object.keys(hcl)) {
    features[type] = known(since.blocks, "block", type);
  }
  for (const [name, [variable]] of Object.entries<Record<string, unknown>[]>(hcl.variable ?? {})) {
    for (const argument of Object.keys(variable)) {
      features[argument] = known(since.variableArguments, "argument of a variable", argument);
    }
    const rules = (variable.validation ?? []) as { condition: string; error_message: string }[];
    for (const { condition, error_message: message } of rules) {
      if (message.includes("${")) {
        features["an expression in an error message"] = since.expressionInErrorMessage;
      }
      if ([...condition.matchAll(/\bvar\.(\w+)/g)].some(([, other]) => other !== name)) {
        features["a condition on another variable"] = since.conditionOnOtherVariable;
      }
    }
  }
  if (hcl.resource?.terraform_data) {
    features["`terraform_data`"] = since.terraformData;
  }
  if (hcl.import?.some((block: object) => "for_each" in block)) {
    features["`for_each` of an import"] = since.importForEach;
  }
  if (hcl.terraform?.[0].required_providers) {
    features["the source of a provider"] = since.providerSource;
  }
  return features;
}

function known(table: Readonly<Record<string, string>>, kind: string, name: string): string {
  if (name in table) {
    return table[name];
  }
  throw new Error(
    `the ${kind} \`${name}\` is new: add the Terraform that has it first to test/modules/language.ts`,
  );
}

/** Orders versions such as 1.2.0 and 0.12.20. */
export function compareVersions(one: string, other: string): number {
  return one.localeCompare(other, "en", { numeric: true });
}
