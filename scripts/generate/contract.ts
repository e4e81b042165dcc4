import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Assembly, ClassType, Docs, InterfaceType, Property, TypeReference } from "@jsii/spec";
import { type Rule, rules } from "../../csi/internal/rules";
import type { ModuleDefinition } from "./modules";

/** An input of a module: a prop of its construct. */
export interface Input {
  /** Name in HCL. */
  readonly name: string;
  /** Name of the prop. */
  readonly prop: string;
  /** The docstring in one paragraph. */
  readonly description: string;
  /** Type in HCL. */
  readonly type: string;
  readonly required: boolean;
  /** The documented default; undefined if required. */
  readonly default?: unknown;
  readonly rules: readonly Rule[];
}

/** An output of a module: an attribute of its construct. */
export interface Output {
  /** Name in HCL. */
  readonly name: string;
  /** Name of the attribute. */
  readonly attribute: string;
  readonly description: string;
}

/** What a module takes and gives. */
export interface Contract {
  /** Required ones first, each part from A to Z. */
  readonly inputs: readonly Input[];
  /** From A to Z. */
  readonly outputs: readonly Output[];
}

/** Reads what a module takes and gives from the assembly that jsii makes of its construct. */
export function contractOf(module: ModuleDefinition): Contract {
  const assembly = readAssembly();
  const name = module.construct.name;
  const props = propertiesOf(assembly, `${name}Props`);
  const unknown = module.omit.filter((prop) => !props.some((property) => property.name === prop));
  if (unknown.length > 0) {
    throw new Error(`${module.name} omits ${unknown.join(", ")}, which ${name}Props does not have`);
  }
  const inputs = props
    .filter((property) => !module.omit.includes(property.name))
    .map(input)
    .sort((a, b) => Number(b.required) - Number(a.required) || compare(a, b));
  const attributes = (type(assembly, name) as ClassType).properties ?? [];
  const outputs = attributes
    .filter((property) => isString(property.type) && property.overrides === undefined)
    .map((property) => ({
      name: snakeCase(property.name),
      attribute: property.name,
      description: paragraph(property.docs),
    }))
    .sort(compare);
  return { inputs, outputs };
}

/** The assembly that jsii made of csi/ when it was last built. */
export function readAssembly(): Assembly {
  const file = join(__dirname, "..", "..", ".jsii");
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (cause) {
    throw new Error(`cannot read ${file}: run \`npm run build\`, which writes it`, { cause });
  }
}

function type(assembly: Assembly, name: string): ClassType | InterfaceType {
  const found = assembly.types?.[`${assembly.name}.${name}`];
  if (found === undefined) {
    throw new Error(`csi/ exports no ${name}`);
  }
  return found as ClassType | InterfaceType;
}

/** The properties of an interface and of those it extends: jsii lists a type's own only. */
function propertiesOf(assembly: Assembly, name: string): Property[] {
  const { interfaces = [], properties = [] } = type(assembly, name);
  const inherited = interfaces.flatMap((fqn) =>
    propertiesOf(assembly, fqn.slice(assembly.name.length + 1)),
  );
  return [...inherited, ...properties];
}

function input(property: Property): Input {
  return {
    name: snakeCase(property.name),
    prop: property.name,
    description: paragraph(property.docs),
    type: hclType(property.name, property.type),
    required: !property.optional,
    default: property.optional ? literal(property) : undefined,
    rules: rules[property.name] ?? [],
  };
}

function literal({ name, docs }: Property): unknown {
  try {
    return JSON.parse(docs?.default ?? "");
  } catch {
    throw new Error(
      `\`${name}\` needs a literal as @default to be an input of a module, got ${docs?.default}`,
    );
  }
}

function hclType(name: string, reference: TypeReference): string {
  if (isString(reference)) {
    return "string";
  }
  if (
    "collection" in reference &&
    reference.collection.kind === "array" &&
    isString(reference.collection.elementtype)
  ) {
    return "list(string)";
  }
  throw new Error(
    `\`${name}\` has a type that is no input of a module yet: ${JSON.stringify(reference)}`,
  );
}

function isString(reference: TypeReference): boolean {
  return "primitive" in reference && reference.primitive === "string";
}

/** A docstring's summary and remarks as one paragraph: what HCL and its README tables hold. */
function paragraph(docs: Docs | undefined): string {
  return [docs?.summary, docs?.remarks].filter(Boolean).join(" ").replace(/\s+/g, " ").trim();
}

/** `awsRegion` as `aws_region`, which is also its name in Python. */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);
}

function compare(a: { name: string }, b: { name: string }): number {
  return a.name < b.name ? -1 : 1;
}
