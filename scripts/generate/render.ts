import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Assembly } from "@jsii/spec";
import type { TerraformStack } from "cdktf";
import { Argument } from "../../csi/internal/argument";
import { HCL_COMMENT } from "../../csi/internal/hcl-comment";
import { NonNullEntries } from "../../csi/internal/non-null-entries";
import { providerRequirements } from "../../csi/internal/provider-requirements";
import { TerraformData } from "../../csi/internal/terraform-data";
import { renderApi } from "../api/render";
import { literal, printHcl, type ReadToken, reference } from "../hcl-printer";
import { changeTable, readChanges } from "./changes";
import type { Input } from "./contract";
import { renderDocuments } from "./documents";
import { filesBelow, type GeneratedFiles } from "./files";
import { withHeader } from "./header";
import { includeFiles } from "./include";
import { loadModule, loadRoot, type Module, type Root, resourcesOf } from "./module";
import { modules, roots } from "./modules";
import { inputsTable, outputsTable, requirementsTable } from "./tables";

/** Renders every generated file of a repository from the assembly of its constructs. */
export function renderAll(root: string, assembly: Assembly): GeneratedFiles {
  const files = renderDocuments(root);
  const loaded = modules.map((definition) => loadModule(assembly, definition));
  // The same wherever it lies, and so its digest.
  const addChart = (chart: string, folder: string) =>
    addFiles(files, folder, `csi/${chart}/chart`, filesOf(root, `csi/${chart}/chart`));
  for (const module of loaded) {
    const { name } = module.definition;
    addFiles(files, `modules/csi/${name}`, `csi/${name}`, renderModule(root, module));
    for (const chart of module.charts) addChart(chart, `modules/csi/${name}/chart`);
  }
  for (const definition of roots) {
    const folder = `generated-hcl/${definition.name}`;
    const loadedRoot = loadRoot(loaded, definition);
    addFiles(files, folder, "csi", renderRoot(loadedRoot));
    for (const chart of loadedRoot.charts) addChart(chart, `${folder}/charts/${chart}`);
  }
  addFiles(files, "docs", "csi", { "api.md": renderApi(assembly) });
  return { folders: ["modules", "generated-hcl"], files };
}

/** The files of a module but for its charts, by name, without the mark of generated ones. */
export function renderModule(root: string, module: Module): Record<string, string> {
  const { stack, contract } = module;
  const source = `csi/${module.definition.name}`;
  const read = (file: string) => readFileSync(join(root, source, file), "utf8");
  try {
    const names = [...contract.inputs.map(({ name }) => name), ...resourcesOf(stack)];
    const changes = changeTable(readChanges(read("changes.yaml"), names));
    const prose = includeFiles(root, read("module.md")).replace(
      /^<!-- changes -->$/m,
      () => changes,
    );
    const required = oldestTerraform(stack, contract.inputs);
    const tables = [
      `## Inputs\n\n${inputsTable(contract.inputs)}`,
      `## Outputs\n\n${outputsTable(contract.outputs)}`,
      `## Requirements\n\n${requirementsTable(required, providerRequirements(stack))}`,
    ];
    return {
      ...printStack(stack, required),
      "README.md": [prose.trimEnd(), ...tables].join("\n\n"),
      "OPERATING.md": includeFiles(root, read("operating.md")),
      "TROUBLESHOOTING.md": includeFiles(root, read("troubleshooting.md")),
    };
  } catch (cause) {
    throw new Error(`${source}: ${(cause as Error).message}`, { cause });
  }
}

/** The files of a root configuration, by name. */
function renderRoot({ definition, stack }: Root): Record<string, string> {
  const readme = `# ${definition.name}

${definition.description} As the constructs synthesize it: to be run as it stands, with Terraform alone.

\`\`\`sh
terraform init
terraform plan
\`\`\`

The providers are configured by the environment, the variables by \`-var\`, a \`terraform.tfvars\` or \`TF_VAR_\` variables: variables.tf describes them, outputs.tf what comes out.
`;
  return {
    ...printStack(stack, oldestTerraform(stack)),
    "README.md": readme,
  };
}

/**
 * The oldest Terraform that a stack runs on.
 *
 * 1.2 is the first with expressions in the error messages of validations
 * (https://github.com/hashicorp/terraform/releases/tag/v1.2.0), 1.3 with
 * optional attributes, 1.4 with `terraform_data`, and 1.9 with validations that
 * read another variable.
 */
function oldestTerraform(stack: TerraformStack, inputs: readonly Input[] = []): string {
  const readsOther = inputs.some(({ rules }) => rules.some((rule) => "other" in rule));
  if (readsOther) return ">= 1.9.0";
  const hasData = stack.node.findAll().some((element) => element instanceof TerraformData);
  if (hasData) return ">= 1.4.0";
  const hasObject = inputs.some(({ type }) => typeof type === "object" && "object" in type);
  return hasObject ? ">= 1.3.0" : ">= 1.2.0";
}

/** The HCL of a stack, by file; without the files that have nothing in them. */
function printStack(stack: TerraformStack, requiredVersion: string): Record<string, string> {
  const printed = printHcl(stack, {
    requiredVersion,
    requiredProviders: providerRequirements(stack),
    commentMetadata: HCL_COMMENT,
    readToken,
  });
  return Object.fromEntries(
    Object.entries(printed)
      .filter(([, text]) => text !== "")
      .map(([name, text]) => [`${name}.tf`, text]),
  );
}

/** The tokens of the constructs' own. */
const readToken: ReadToken = (token, read) => {
  if (token instanceof Argument) return read(token.value);
  if (!(token instanceof NonNullEntries)) return undefined;
  const value = reference("value");
  return {
    kind: "for",
    names: ["key", "value"],
    input: read(token.map),
    key: reference("key"),
    value,
    condition: { kind: "binary", operator: "!=", left: value, right: literal(null) },
  };
};

/** The files below a folder, by their path in it. */
function filesOf(root: string, folder: string): Record<string, string> {
  return Object.fromEntries(
    filesBelow(root, folder).map((path) => [
      path.slice(folder.length + 1),
      readFileSync(join(root, path), "utf8"),
    ]),
  );
}

function addFiles(
  files: Map<string, string>,
  folder: string,
  source: string,
  contents: Record<string, string>,
): void {
  for (const [name, text] of Object.entries(contents)) {
    files.set(`${folder}/${name}`, withHeader(name, source, text));
  }
}
