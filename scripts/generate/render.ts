import { readFileSync } from "node:fs";
import { join } from "node:path";
import { TerraformOutput, TerraformResource, type TerraformStack, TerraformVariable } from "cdktf";
import { CHART_PATHS } from "../../csi/internal/chart";
import { providerRequirements } from "../../csi/internal/provider-requirements";
import { renderApi } from "../api/render";
import { buildModuleStack, buildRootStack } from "../hcl/logical-id";
import { printHcl } from "../hcl/print";
import { withChangeTable } from "./change-table";
import { changes } from "./change-table-rows";
import { readAssembly } from "./contract";
import { filesBelow, type GeneratedFiles, generatedText } from "./files";
import { includeFiles } from "./include";
import { type ModuleDefinition, modules, type RootDefinition, roots } from "./modules";
import { buildModule, buildRoot } from "./stacks";
import { type ModuleDocs, terraformDocs } from "./terraform-docs";

/**
 * The oldest Terraform that the modules run on: the first with expressions in
 * the error messages of validations.
 *
 * @see https://github.com/hashicorp/terraform/releases/tag/v1.2.0
 */
const REQUIRED_VERSION = ">= 1.2.0";

/** Documents whose blocks of code are included from files. */
const documents = ["README.md", "docs/adopting-existing-storage.md"];

/** Renders every generated file of the repository. */
export function renderAll(root: string): GeneratedFiles {
  const files = new Map<string, string>();
  for (const module of modules) {
    addFiles(files, `modules/csi/${module.name}`, `csi/${module.name}`, renderModule(root, module));
  }
  for (const definition of roots) {
    addFiles(files, `generated-hcl/${definition.name}`, "csi", renderRoot(root, definition));
  }
  for (const path of documents) {
    files.set(path, includeFiles(root, readFileSync(join(root, path), "utf8")));
  }
  addFiles(files, "docs", "csi", { "api.md": renderApi(readAssembly()) });
  return { folders: ["modules", "generated-hcl"], files };
}

/** The files of a module, by name. */
function renderModule(root: string, module: ModuleDefinition): Record<string, string> {
  const stack = buildModuleStack((built) => buildModule(built, module), {
    context: { [CHART_PATHS]: { [module.name]: "${path.module}/chart" } },
  });
  const prose = readFileSync(join(root, "csi", module.name, "module.md"), "utf8");
  return {
    ...printStack(stack),
    "README.md": withTables(
      withChangeTable(includeFiles(root, prose), changes[module.name]),
      stack,
    ),
    ...chartFiles(root, module, "chart"),
  };
}

/** The files of a root configuration, by name. */
function renderRoot(root: string, definition: RootDefinition): Record<string, string> {
  const used = Object.values(definition.constructs);
  const charts = used.map(({ name }) => [name, `\${path.module}/charts/${name}`]);
  const stack = buildRootStack((built) => buildRoot(built, definition), {
    context: { [CHART_PATHS]: Object.fromEntries(charts) },
  });
  const prose = `# ${definition.name}

${definition.description} As the constructs synthesize it: to be run as it stands, with Terraform alone.

\`\`\`sh
terraform init
terraform plan
\`\`\`

The providers are configured by the environment, the inputs below by \`-var\`, a \`terraform.tfvars\` or \`TF_VAR_\` variables.

<!-- BEGIN_TF_DOCS -->
<!-- END_TF_DOCS -->
`;
  return {
    ...printStack(stack),
    "README.md": withTables(prose, stack),
    ...Object.assign(
      {},
      ...used.map((module) => chartFiles(root, module, `charts/${module.name}`)),
    ),
  };
}

/** The HCL of a stack, by file; without the files that have nothing in them. */
function printStack(stack: TerraformStack): Record<string, string> {
  const printed = printHcl(stack, {
    requiredVersion: REQUIRED_VERSION,
    requiredProviders: providerRequirements,
  });
  return Object.fromEntries(
    Object.entries(printed)
      .filter(([, text]) => text !== "")
      .map(([name, text]) => [`${name}.tf`, text]),
  );
}

/** A README with the tables of its stack between terraform-docs' marks. */
function withTables(readme: string, stack: TerraformStack): string {
  return readme.replace(
    /(<!-- BEGIN_TF_DOCS -->\n)[\s\S]*?(<!-- END_TF_DOCS -->)/,
    (_, begin, end) => `${begin}${terraformDocs(docsOf(stack))}\n${end}`,
  );
}

/** What terraform-docs would read of a stack's files. */
function docsOf(stack: TerraformStack): ModuleDocs {
  const elements = stack.node.findAll();
  const resources = elements.filter((element) => element instanceof TerraformResource);
  const names = resources.map(({ terraformResourceType }) => terraformResourceType.split("_")[0]);
  const providers = [...new Set(names)]
    .sort()
    .map((name) => ({ name, version: providerRequirements[name].version }));
  return {
    requirements: [{ name: "terraform", version: REQUIRED_VERSION }, ...providers],
    providers,
    resources: resources.map((resource) => ({
      provider: providerRequirements[resource.terraformResourceType.split("_")[0]].source,
      type: resource.terraformResourceType,
      name: resource.friendlyUniqueId,
      mode: "resource" as const,
    })),
    inputs: elements
      .filter((element) => element instanceof TerraformVariable)
      .map((variable) => ({
        name: variable.friendlyUniqueId,
        description: variable.description ?? "",
        type: variable.type ?? "any",
        default: variable.default,
        required: variable.default === undefined,
      })),
    outputs: elements
      .filter((element) => element instanceof TerraformOutput)
      .map((output) => ({ name: output.friendlyUniqueId, description: output.description ?? "" })),
  };
}

function chartFiles(
  root: string,
  module: ModuleDefinition,
  target: string,
): Record<string, string> {
  const source = `csi/${module.name}/chart`;
  return Object.fromEntries(
    filesBelow(root, source).map((path) => [
      `${target}${path.slice(source.length)}`,
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
    files.set(`${folder}/${name}`, generatedText(name, source, text));
  }
}
