import type { ClassType, Docs, Property, TypeReference } from "@jsii/spec";
import { type Rule, rules } from "../../csi/internal/rules";
import { propsOf, readAssembly, snakeCase, typeOf } from "../build/assembly";
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
  const fqn = `${assembly.name}.${name}`;
  const props = propsOf(assembly, `${fqn}Props`).map(({ property }) => property);
  const unknown = module.omit.filter((prop) => !props.some((property) => property.name === prop));
  if (unknown.length > 0) {
    throw new Error(`${module.name} omits ${unknown.join(", ")}, which ${name}Props does not have`);
  }
  const inputs = props
    .filter((property) => !module.omit.includes(property.name))
    .map(input)
    .sort((a, b) => Number(b.required) - Number(a.required) || compare(a, b));
  const attributes = (typeOf(assembly, fqn) as ClassType).properties ?? [];
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
      `\`${name}\` needs a literal as @default to be an input of a module, got ${docs?.default}: give it one, or \`omit\` the prop in scripts/generate/modules.ts`,
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
    `\`${name}\` has a type that is no input of a module yet, ${JSON.stringify(reference)}: \`omit\` the prop in scripts/generate/modules.ts`,
  );
}

function isString(reference: TypeReference): boolean {
  return "primitive" in reference && reference.primitive === "string";
}

/** A docstring's summary and remarks as one paragraph: what HCL and its README tables hold. */
function paragraph(docs: Docs | undefined): string {
  return [docs?.summary, docs?.remarks].filter(Boolean).join(" ").replace(/\s+/g, " ").trim();
}

function compare(a: { name: string }, b: { name: string }): number {
  return a.name < b.name ? -1 : 1;
}
