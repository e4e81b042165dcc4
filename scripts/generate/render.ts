import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  TerraformOutput,
  TerraformResource,
  type TerraformStack,
  TerraformVariable,
  Token,
} from "cdktf";
import { CHART_PATHS } from "../../csi/internal/chart";
import { HCL_COMMENT } from "../../csi/internal/hcl-comment";
import { providerRequirements } from "../../csi/internal/provider-requirements";
import { TerraformData } from "../../csi/internal/terraform-data";
import { renderApi } from "../api/render";
import { readAssembly } from "../build/assembly";
import {
  buildModuleStack,
  buildRootStack,
  expressionToken,
  printHcl,
  reference,
  template,
} from "../hcl-printer";
import { requireChanges, withChangeTable } from "./change-table";
import { contractOf } from "./contract";
import { renderDocuments } from "./documents";
import { filesBelow, type GeneratedFiles, generatedText } from "./files";
import { includeFiles } from "./include";
import { type ModuleDefinition, modules, type RootDefinition, roots } from "./modules";
import { addModule, addRoot } from "./stacks";
import { type ModuleDocs, terraformDocs } from "./terraform-docs";

/**
 * The oldest Terraform that a stack runs on: the first with expressions in the
 * error messages of validations, or the first with `terraform_data`.
 *
 * @see https://github.com/hashicorp/terraform/releases/tag/v1.2.0
 * @see https://github.com/hashicorp/terraform/releases/tag/v1.4.0
 */
function requiredVersion(stack: TerraformStack): string {
  const hasData = stack.node.findAll().some((element) => element instanceof TerraformData);
  return hasData ? ">= 1.4.0" : ">= 1.2.0";
}

/** Renders every generated file of the repository. */
export function renderAll(root: string): GeneratedFiles {
  const files = renderDocuments(root);
  for (const module of modules) {
    addFiles(files, `modules/csi/${module.name}`, `csi/${module.name}`, renderModule(root, module));
  }
  for (const definition of roots) {
    addFiles(files, `generated-hcl/${definition.name}`, "csi", renderRoot(root, definition));
  }
  addFiles(files, "docs", "csi", { "api.md": renderApi(readAssembly()) });
  return { folders: ["modules", "generated-hcl"], files };
}

/** The files of a module, by name. */
function renderModule(root: string, module: ModuleDefinition): Record<string, string> {
  const inputs = contractOf(module).inputs.map(({ name }) => name);
  requireChanges(module.name, inputs, module.changes);
  const stack = buildModuleStack((built) => addModule(built, module), {
    context: { [CHART_PATHS]: { [module.name]: pathInModule("chart") } },
  });
  const prose = readFileSync(join(root, "csi", module.name, "module.md"), "utf8");
  return {
    ...printStack(stack),
    "README.md": withTables(withChangeTable(includeFiles(root, prose), module.changes), stack),
    ...chartFiles(root, module, "chart"),
  };
}

/** The files of a root configuration, by name. */
function renderRoot(root: string, definition: RootDefinition): Record<string, string> {
  const used = Object.values(definition.constructs);
  const charts = used.map(({ name }) => [name, pathInModule(`charts/${name}`)]);
  const stack = buildRootStack((built) => addRoot(built, definition), {
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

/** A path in the module's folder, as a token. */
function pathInModule(path: string): string {
  return expressionToken(template(reference("path.module"), `/${path}`)).toString();
}

/** The HCL of a stack, by file; without the files that have nothing in them. */
function printStack(stack: TerraformStack): Record<string, string> {
  const printed = printHcl(stack, {
    requiredVersion: requiredVersion(stack),
    requiredProviders: providerRequirements,
    commentMetadata: HCL_COMMENT,
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
  const providerOf = (resource: TerraformResource) => resource.terraformResourceType.split("_")[0];
  // Without one: the provider of `terraform_data`, which is a part of Terraform.
  const providers = [...new Set(resources.map(providerOf))]
    .sort()
    .map((name) => ({ name, version: providerRequirements[name]?.version ?? "n/a" }));
  return {
    requirements: [
      { name: "terraform", version: requiredVersion(stack) },
      ...providers.filter(({ name }) => name in providerRequirements),
    ],
    providers,
    resources: resources.map((resource) => ({
      provider: providerRequirements[providerOf(resource)]?.source ?? "hashicorp/terraform",
      type: resource.terraformResourceType,
      name: resource.friendlyUniqueId,
      mode: "resource" as const,
    })),
    inputs: elements
      .filter((element) => element instanceof TerraformVariable)
      .map((variable) => ({
        name: variable.friendlyUniqueId,
        description: variable.description ?? "",
        type: typeText(variable),
        default: variable.default,
        required: variable.default === undefined,
      })),
    outputs: elements
      .filter((element) => element instanceof TerraformOutput)
      .map((output) => ({ name: output.friendlyUniqueId, description: output.description ?? "" })),
  };
}

/** A variable's type as HCL: a name, or the one type with an argument that inputs have. */
function typeText({ type = "any" }: TerraformVariable): string {
  return Token.isUnresolved(type) ? "list(string)" : type;
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
