import type { Assembly, ClassType, Docs, InterfaceType, Property, TypeReference } from "@jsii/spec";
import type { Rule } from "../../csi/internal/rule-kinds";
import { propsOf, snakeCase, typeOf } from "../build/assembly";
import type { ModuleDefinition } from "./modules";

/** The type of an input, as Terraform knows it. */
export type InputType =
  | "string"
  | "number"
  | "bool"
  | { readonly list: InputType }
  | { readonly map: InputType }
  | { readonly object: readonly Input[] };

/** An input of a module: a prop of its construct, or a field of an input that is an object. */
export interface Input {
  /** Name in HCL. */
  readonly name: string;
  /** Name of the prop. */
  readonly prop: string;
  /** The prop whose construct this is an attribute of, if it is one. */
  readonly of?: string;
  /** The docstring in one paragraph. */
  readonly description: string;
  readonly type: InputType;
  readonly required: boolean;
  /** The documented default; null where omitting it has a meaning of its own, undefined if required. */
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
export function contractOf(assembly: Assembly, module: ModuleDefinition): Contract {
  const { construct, imports = {}, omit = [] } = module;
  const own = inputsOf(assembly, `${construct.name}Props`, construct._rules, [
    ...omit,
    ...Object.keys(imports),
  ]);
  const imported = Object.entries(imports).flatMap(([of, { attributes, rules, omit = [] }]) =>
    inputsOf(assembly, attributes, rules, omit).map((input) => ({ ...input, of })),
  );
  const type = typeOf(assembly, `${assembly.name}.${construct.name}`) as ClassType;
  const outputs = (type.properties ?? [])
    // `fqn` is what `dependsOn` takes of a construct; what is optional may have no value.
    .filter(({ name, optional }) => name !== "fqn" && !optional)
    .filter(({ type }) => inputType(assembly, type, {}) !== undefined)
    .map(({ name, docs }) => ({
      name: snakeCase(name),
      attribute: name,
      description: paragraph(docs),
    }));
  return { inputs: sorted([...own, ...imported]), outputs: sorted(outputs) };
}

/** The props of an interface that a module can take: those whose values Terraform knows, too. */
function inputsOf(
  assembly: Assembly,
  interfaceName: string,
  rules: Readonly<Record<string, readonly Rule[]>>,
  omit: readonly string[] = [],
): Input[] {
  const props = propsOf(assembly, `${assembly.name}.${interfaceName}`);
  const unknown = omit.filter((prop) => !props.some(({ property }) => property.name === prop));
  if (unknown.length > 0) {
    throw new Error(`${interfaceName} does not have ${unknown.join(", ")}, which a module omits`);
  }
  return props
    .filter(({ property }) => !omit.includes(property.name))
    .flatMap(({ property }) => {
      const type = inputType(assembly, property.type, fieldRules(rules[property.name]));
      return type === undefined ? [] : [inputOf(property, type, rules[property.name])];
    });
}

function inputOf(property: Property, type: InputType, rules: readonly Rule[] = []): Input {
  const { name, docs, optional = false } = property;
  return {
    name: snakeCase(name),
    prop: name,
    description: described(docs),
    type,
    required: !optional,
    default: optional ? defaultOf(name, docs) : undefined,
    rules: rules.filter(({ kind }) => kind !== "required"),
  };
}

/** A literal; null where `@default` tells in words, after a hyphen, what omitting the prop does. */
function defaultOf(name: string, docs: Docs | undefined): unknown {
  const text = docs?.default ?? "";
  if (text.startsWith("- ")) return null;
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(
      `\`${name}\` needs a literal, or a hyphen and words, as @default, got ${docs?.default}: give it one`,
    );
  }
}

/** The type of a prop as an input; undefined where Terraform has no such values. */
function inputType(
  assembly: Assembly,
  reference: TypeReference,
  rules: Readonly<Record<string, readonly Rule[]>>,
): InputType | undefined {
  if ("primitive" in reference) {
    const { primitive } = reference;
    if (primitive === "string" || primitive === "number") return primitive;
    return primitive === "boolean" ? "bool" : undefined;
  }
  if ("collection" in reference) {
    const { kind, elementtype } = reference.collection;
    const item = inputType(assembly, elementtype, {});
    if (item === undefined) return undefined;
    return kind === "array" ? { list: item } : { map: item };
  }
  if (!("fqn" in reference) || !reference.fqn.startsWith(`${assembly.name}.`)) return undefined;
  const type = typeOf(assembly, reference.fqn);
  if ((type.kind as string) === "enum") return "string";
  if (!(type as InterfaceType).datatype) return undefined;
  return { object: inputsOf(assembly, type.name, rules) };
}

function fieldRules(rules: readonly Rule[] = []): Readonly<Record<string, readonly Rule[]>> {
  return rules.find((rule) => rule.kind === "fields")?.fields ?? {};
}

/** The docstring of an input; what null means, where it is the default. */
function described(docs: Docs | undefined): string {
  const [, words] = /^- (.*)$/s.exec(docs?.default ?? "") ?? [];
  return paragraph(docs) + (words === undefined ? "" : ` Null means ${words}.`);
}

/** A docstring's summary and remarks as one paragraph: what HCL and its README tables hold. */
function paragraph(docs: Docs | undefined): string {
  return [docs?.summary, docs?.remarks].filter(Boolean).join(" ").replace(/\s+/g, " ").trim();
}

/** Required ones first, each part from A to Z. */
function sorted<Item extends { readonly name: string; readonly required?: boolean }>(
  items: readonly Item[],
): Item[] {
  const rank = ({ name, required }: Item) => `${required ? 0 : 1}${name}`;
  return [...items].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}
