import type { ProviderRequirement } from "../../csi/internal/provider-requirements";
import { oneLine } from "../hcl-printer";
import type { Contract, Input } from "./contract";
import { typeExpression } from "./variable";

/** A table in Markdown. */
export function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const escaped = rows.map((cells) => cells.map((text) => text.replaceAll("|", "\\|")));
  const lines = [head, head.map(() => "---"), ...escaped];
  return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** What is required of Terraform, and of the providers by their names, as a table. */
export function requirementsTable(
  terraform: string,
  providers: Readonly<Record<string, ProviderRequirement>>,
): string {
  const versions = Object.values(providers).map(({ source, version }) => [source, version]);
  return tableOf(
    ["Requires", "Version"],
    [["terraform", terraform], ...versions].map(([name, version]) => [name, `\`${version}\``]),
  );
}

/** The inputs as a table; those that must be given are said to be required. */
export function inputsTable(inputs: Contract["inputs"]): string {
  return tableOf(
    ["Input", "Description", "Type", "Default"],
    inputs.map((input) => [
      `\`${input.name}\``,
      input.description,
      `\`${typeText(input)}\``,
      input.required ? "required" : `\`${JSON.stringify(input.default)}\``,
    ]),
  );
}

function typeText({ type }: Input): string {
  if (typeof type === "string" || !("object" in type)) return oneLine(typeExpression(type));
  const fields = type.object.map((field) => `${field.name} = optional(${typeText(field)})`);
  return `object({ ${fields.join(", ")} })`;
}

/** The outputs as a table. */
export function outputsTable(outputs: Contract["outputs"]): string {
  return tableOf(
    ["Output", "Description"],
    outputs.map(({ name, description }) => [`\`${name}\``, description]),
  );
}
