import { codeCell, escapeName, markdownCell } from "./markdown-cell";

/** What terraform-docs reads of a module. */
export interface ModuleDocs {
  /** Terraform first, then the providers. */
  readonly requirements: readonly { readonly name: string; readonly version: string }[];
  /** Those that a resource is of. */
  readonly providers: readonly { readonly name: string; readonly version: string }[];
  readonly resources: readonly ResourceDocs[];
  readonly inputs: readonly InputDocs[];
  readonly outputs: readonly { readonly name: string; readonly description: string }[];
}

/** What terraform-docs reads of a resource or a data source. */
export interface ResourceDocs {
  /** Source of the provider, such as `hashicorp/aws`. */
  readonly provider: string;
  /** Type with the provider's name, such as `aws_efs_file_system`. */
  readonly type: string;
  readonly name: string;
  readonly mode: "resource" | "data source";
}

/** What terraform-docs reads of a variable. */
export interface InputDocs {
  readonly name: string;
  readonly description: string;
  /** As it stands in HCL, such as `list(string)`. */
  readonly type: string;
  /** Null, too, if omitted and not required. */
  readonly default?: unknown;
  readonly required: boolean;
}

/**
 * The tables of a module's README, byte for byte as terraform-docs v0.20.0
 * writes them between its markers with the repository's .terraform-docs.yml.
 */
export function terraformDocs(module: ModuleDocs): string {
  const { requirements, providers, resources, inputs, outputs } = module;
  return [
    table(
      "Requirements",
      ["Name", "Version"],
      requirements.map(({ name, version }) => [anchor("requirement", name), version]),
    ),
    table(
      "Providers",
      ["Name", "Version"],
      sorted(providers, byName).map(({ name, version }) => [anchor("provider", name), version]),
    ),
    table("Modules", [], []),
    table(
      "Resources",
      ["Name", "Type"],
      sorted(resources, byMode, byAddress).map((resource) => [
        `[${byAddress(resource)}](${documentation(resource, requirements)})`,
        resource.mode,
      ]),
    ),
    table(
      "Inputs",
      ["Name", "Description", "Type", "Default", "Required"],
      sorted(inputs, byRequired, byName).map((input) => [
        anchor("input", input.name),
        markdownCell(input.description),
        codeCell(input.type),
        input.required ? "n/a" : codeCell(json(input.default)),
        input.required ? "yes" : "no",
      ]),
    ),
    table(
      "Outputs",
      ["Name", "Description"],
      sorted(outputs, byName).map(({ name, description }) => [
        anchor("output", name),
        markdownCell(description),
      ]),
    ),
  ].join("\n\n");
}

/** A section with a table; or with a sentence, if the table has no rows. */
function table(title: string, columns: readonly string[], rows: readonly string[][]): string {
  const heading = `## ${title}\n\n`;
  if (rows.length === 0) {
    return `${heading}No ${title.toLowerCase()}.`;
  }
  const rules = columns.map((column) =>
    column === "Required" ? ":--------:" : "-".repeat(column.length + 2),
  );
  const lines = [columns, ...rows].map((cells) => `| ${cells.join(" | ")} |`);
  return heading + [lines[0], `|${rules.join("|")}|`, ...lines.slice(1)].join("\n");
}

/** A name that links to itself. */
function anchor(kind: string, name: string): string {
  const id = `${kind}_${name}`;
  return `<a name="${id}"></a> [${escapeName(name)}](#${escapeName(id)})`;
}

/** The registry's page of a resource; of the very version if one is required exactly. */
function documentation(
  { provider, type, mode }: ResourceDocs,
  requirements: ModuleDocs["requirements"],
): string {
  const name = provider.slice(provider.lastIndexOf("/") + 1);
  const constraint = requirements.find((requirement) => requirement.name === name)?.version ?? "";
  const version = /^(?:= ?)?(\d\S*)$/.exec(constraint)?.[1] ?? "latest";
  const page = type.startsWith(`${name}_`) ? type.slice(name.length + 1) : type;
  const kind = mode === "resource" ? "resources" : "data-sources";
  return `https://registry.terraform.io/providers/${provider}/${version}/docs/${kind}/${page}`;
}

/** A default as Go's encoder prints it: indented, and with all keys of an object from A to Z. */
function json(value: unknown, indent = ""): string {
  const inner = `${indent}  `;
  const enclosed = ([open, close]: string, items: readonly string[]) =>
    items.length === 0
      ? open + close
      : `${open}\n${items.map((item) => inner + item).join(",\n")}\n${indent}${close}`;
  if (Array.isArray(value)) {
    return enclosed(
      "[]",
      value.map((item) => json(item, inner)),
    );
  }
  if (typeof value === "object" && value !== null) {
    const entries = sorted(Object.entries(value), ([key]) => key);
    return enclosed(
      "{}",
      entries.map(([key, item]) => `${JSON.stringify(key)}: ${json(item, inner)}`),
    );
  }
  return JSON.stringify(value ?? null);
}

const byName = ({ name }: { readonly name: string }) => name;
const byRequired = ({ required }: InputDocs) => (required ? "0" : "1");
const byMode = ({ mode }: ResourceDocs) => (mode === "resource" ? "0" : "1");
const byAddress = ({ type, name }: ResourceDocs) => `${type}.${name}`;

/** The items in the order of the first key that tells two of them apart. */
function sorted<Item>(
  items: readonly Item[],
  ...keys: readonly ((item: Item) => string)[]
): Item[] {
  return [...items].sort((a, b) =>
    keys.reduce((order, key) => order || compare(key(a), key(b)), 0),
  );
}

/** Orders by code units, not by a locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
