import type { Assembly } from "@jsii/spec";
import {
  DefaultTokenResolver,
  type ITerraformDependable,
  ref,
  StringConcat,
  TerraformOutput,
  TerraformResource,
  type TerraformStack,
  TerraformVariable,
  Token,
  Tokenization,
} from "cdktf";
import type { Construct } from "constructs";
import { EnvironmentProviders } from "../../csi";
import { CHART_PATH } from "../../csi/internal/chart";
import { hclComment } from "../../csi/internal/hcl-comment";
import {
  buildModuleStack,
  buildRootStack,
  expressionToken,
  reference,
  template,
} from "../hcl-printer";
import { type Contract, contractOf, type Input, type InputType } from "./contract";
import type { ModuleDefinition, RootDefinition } from "./modules";
import { typeExpression, validations } from "./variable";

/** A module with all that its files are rendered from. */
export interface Module {
  readonly definition: ModuleDefinition;
  readonly contract: Contract;
  readonly stack: TerraformStack;
  /** The charts that it installs from its own folder: names of folders under csi/. */
  readonly charts: readonly string[];
}

/** Reads what a module takes and gives, and synthesizes it. */
export function loadModule(assembly: Assembly, definition: ModuleDefinition): Module {
  const contract = contractOf(assembly, definition);
  const charts = new Set<string>();
  const stack = buildModuleStack((built) => addModule(built, definition, contract), {
    [CHART_PATH]: chartPath(charts, () => "chart"),
  });
  return { definition, contract, stack: validated(stack), charts: [...charts] };
}

/** Puts a module into a stack: a variable for each input, its construct, an output for each attribute. */
export function addModule(
  stack: TerraformStack,
  definition: ModuleDefinition,
  contract: Contract,
): void {
  const variables = contract.inputs.map((input) => [input, variable(stack, input)] as const);
  addOutputs(stack, make(stack, definition.name, definition, new Map(variables)), contract);
}

/** The addresses of a stack's resources, without an index. */
export function resourcesOf(stack: TerraformStack): string[] {
  return stack.node
    .findAll()
    .filter((element) => TerraformResource.isTerraformResource(element))
    .map(({ terraformResourceType: type, friendlyUniqueId: name }) => `${type}.${name}`);
}

/** A root configuration with all that its files are rendered from. */
export interface Root {
  readonly definition: RootDefinition;
  readonly stack: TerraformStack;
  readonly charts: readonly string[];
}

/** Synthesizes a root configuration: its providers, and its constructs with the variables that have no default. */
export function loadRoot(modules: readonly Module[], definition: RootDefinition): Root {
  const charts = new Set<string>();
  const stack = buildRootStack((built) => addRoot(built, modules, definition), {
    [CHART_PATH]: chartPath(charts, (chart) => `charts/${chart}`),
  });
  return { definition, stack: validated(stack), charts: [...charts] };
}

/** Puts a root configuration into a stack. */
export function addRoot(
  stack: TerraformStack,
  modules: readonly Pick<Module, "contract" | "definition">[],
  root: RootDefinition,
): void {
  addProviders(stack);
  const parts = Object.entries(root.modules).map(([id, name]) => {
    const { definition, contract } = modules.find((it) => it.definition.name === name) as Module;
    const required = contract.inputs.filter((input) => input.required);
    return { id, definition, contract, required };
  });
  // In the words of the first that has it.
  const all = new Map(
    parts.flatMap(({ required }) => required.map((it) => [it.name, it] as const)).reverse(),
  );
  const values = new Map([...all].sort().map(([name, input]) => [name, variable(stack, input)]));
  for (const { id, definition, contract, required } of parts) {
    const given = new Map(required.map((input) => [input, values.get(input.name)]));
    const prefix = parts.length > 1 ? `${id}_` : "";
    addOutputs(stack, make(stack, id, definition, given), contract, prefix);
  }
}

/** Says where a chart lies in what is written, and notes that it is wanted there. */
function chartPath(charts: Set<string>, folder: (chart: string) => string) {
  return (chart: string): string => {
    charts.add(chart);
    return expressionToken(template(reference("path.module"), `/${folder(chart)}`)).toString();
  };
}

/** Makes a module's construct, and those that it imports, of the inputs that have values. */
function make(
  stack: TerraformStack,
  id: string,
  { construct, imports = {} }: ModuleDefinition,
  values: ReadonlyMap<Input, unknown>,
): Construct & ITerraformDependable {
  const propsOf = (of?: string) =>
    Object.fromEntries(
      [...values].filter(([input]) => input.of === of).map(([{ prop }, value]) => [prop, value]),
    );
  const imported = Object.entries(imports).map(([prop, { from }]) => [
    prop,
    from(stack, `existing_${prop}`, propsOf(prop)),
  ]);
  return new construct(stack, id, { ...propsOf(), ...Object.fromEntries(imported) });
}

/** Declares a variable and gives the token that stands for its value. */
function variable(stack: TerraformStack, input: Input): unknown {
  new TerraformVariable(stack, input.name, {
    type: expressionToken(typeExpression(input.type)).toString(),
    description: input.description,
    default: input.default,
    nullable: input.default === null ? undefined : false,
    validation: validations(input),
  });
  return valueAt(stack, `var.${input.name}`, input.type);
}

/** The token for a value of a type; an object of them for an object. */
export function valueAt(stack: TerraformStack, address: string, type: InputType): unknown {
  if (typeof type === "object" && "object" in type) {
    return Object.fromEntries(
      type.object.map((field) => [
        field.prop,
        valueAt(stack, `${address}.${field.name}`, field.type),
      ]),
    );
  }
  const token = ref(address, stack);
  if (type === "number") return Token.asNumber(token);
  if (type === "string") return Token.asString(token);
  if (type === "bool") return token;
  return "list" in type ? Token.asList(token) : Token.asStringMap(token);
}

function addOutputs(
  stack: TerraformStack,
  construct: Construct & ITerraformDependable,
  { outputs }: Contract,
  prefix = "",
): void {
  for (const { name, attribute, description } of outputs) {
    const value = (construct as unknown as Record<string, unknown>)[attribute];
    const owner = ownerOf(construct, attribute, value);
    new TerraformOutput(stack, `output_${prefix}${name}`, {
      value,
      description,
      dependsOn: refersTo(stack, value, owner.fqn) ? undefined : [owner],
    }).overrideLogicalId(prefix + name);
  }
}

/** The part of a construct whose attribute it hands on: whoever uses the output must wait for that part. */
function ownerOf(
  construct: Construct & ITerraformDependable,
  attribute: string,
  value: unknown,
): ITerraformDependable {
  type Part = ITerraformDependable & Readonly<Record<string, unknown>>;
  const parts = construct.node.findAll() as unknown as Part[];
  return parts.filter((part) => part[attribute] === value && "fqn" in part).at(-1) ?? construct;
}

/** Whether a value refers to a resource, which then is waited for anyway. */
function refersTo(stack: TerraformStack, value: unknown, address: string): boolean {
  const resolved = (token: unknown): string =>
    JSON.stringify(
      Tokenization.resolve(token, {
        scope: stack,
        resolver: new DefaultTokenResolver(new StringConcat()),
        preparing: false,
      }),
    );
  const text = resolved(value);
  const name = resolved(address).replace(/^"\$\{|\}"$/g, "");
  return text.includes(`${name}.`) || text.includes(`${name}[`);
}

function addProviders(stack: TerraformStack): void {
  const providers = new EnvironmentProviders(stack, "providers");
  for (const [name, variables] of Object.entries(environment)) {
    hclComment(providers.node.findChild(name) as Construct, `Configured by ${variables}.`);
  }
}

const environment = {
  aws: "AWS_REGION, AWS_PROFILE and the like: https://registry.terraform.io/providers/hashicorp/aws/latest/docs#environment-variables",
  helm: "KUBE_CONFIG_PATH, KUBE_CTX and the like: https://registry.terraform.io/providers/hashicorp/helm/latest/docs",
};

/**
 * The stack, if its constructs find no fault with it.
 *
 * @throws an error that holds every fault.
 */
function validated(stack: TerraformStack): TerraformStack {
  // Not those of the stack itself: a module has no provider block.
  const faults = stack.node.children
    .flatMap((child) => child.node.findAll())
    .flatMap(({ node }) => node.validate().map((fault) => `${node.path}: ${fault}`));
  if (faults.length > 0) {
    throw new Error(faults.join("\n"));
  }
  return stack;
}
