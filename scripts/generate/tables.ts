import { oneLine } from "../hcl-printer";
import type { Contract, Input } from "./contract";
import { typeExpression } from "./variable";

/** A table in Markdown. */
export function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => "---"), ...rows.map((cells) => cells.map(cell))];
  return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** Text of one line, in which a pipe ends no cell. */
function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}

/** What a module or a root configuration requires. */
export interface Requirements {
  readonly terraform: string;
  /** Version constraints by the providers' sources. */
  readonly providers: Readonly<Record<string, string>>;
}

/** What is required, as a table. */
export function requirementsTable({ terraform, providers }: Requirements): string {
  return tableOf(
    ["Requires", "Version"],
    Object.entries({ terraform, ...providers }).map(([name, version]) => [name, `\`${version}\``]),
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
