/** Functions, and types of variables, that Terraform 1.1 has. */
const old =
  /^(alltrue|anytrue|base64decode|can|cidrsubnet|coalesce|coalescelist|compact|concat|contains|distinct|fileset|filesha256|floor|format|join|keys|jsonencode|length|list|lookup|map|merge|object|one|regex|replace|set|sha256|sort|split|substr|tolist|tostring|toset|trim|trimprefix|uuid|values|yamldecode|yamlencode)$/;

/** Newer parts of the language, and what has them first: https://github.com/hashicorp/terraform/releases. */
const newer: readonly { readonly since: string; readonly isIn: (text: string) => boolean }[] = [
  { since: "1.9.0", isIn: hasConditionOnAnotherVariable },
  { since: "1.7.0", isIn: (text) => /^import \{\n(?: .*\n)*? +for_each/m.test(text) },
  { since: "1.5.0", isIn: (text) => /^import \{/m.test(text) },
  { since: "1.4.0", isIn: (text) => text.includes('"terraform_data"') },
  { since: "1.3.0", isIn: (text) => text.includes("optional(") },
  { since: "1.2.0", isIn: (text) => /error_message += .*\$\{/.test(text) },
];

function hasConditionOnAnotherVariable(text: string): boolean {
  return [...text.matchAll(/^variable "(\w+)" \{\n(?:(?: .*)?\n)*?\}/gm)].some(([block, name]) =>
    [...block.matchAll(/\bvar\.(\w+)/g)].some(([, other]) => other !== name),
  );
}

/**
 * The first Terraform that has all parts of the language in HCL without comments: 1.1 or later.
 *
 * @throws an error if it calls a function that is not known here.
 */
export function oldestTerraformFor(text: string): string {
  const functions = [...text.matchAll(/\b([a-z][a-z0-9_]*)\(/g)].map(([, name]) => name);
  const unknown = functions.find((name) => name !== "optional" && !old.test(name));
  if (unknown) {
    throw new Error(
      `the function \`${unknown}\` is new: add the Terraform that has it first to test/modules/language.ts`,
    );
  }
  return newer.find(({ isIn }) => isIn(text))?.since ?? "1.1.0";
}
