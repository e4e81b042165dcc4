import type { Property, TypeReference } from "@jsii/spec";
import { snakeCase } from "../build/assembly";

/** What a program gives to a construct, or gets of it. */
export type Role = "prop" | "attribute";

/** Whether a type, by its fully qualified name, is an object of props alone. */
export type IsStruct = (fqn: string) => boolean;

/** How one language spells what jsii generates for it. */
interface Spelling {
  readonly language: string;
  /** The declaration of a prop or attribute. */
  member(name: string, type: string, optional?: boolean): string;
  /** A type, as its own documentation writes it. */
  type(reference: TypeReference, role: Role, isStruct: IsStruct): string;
}

type Kind = "string" | "number" | "boolean" | "any";

/** The last part of a type's fully qualified name. */
const typeName = (fqn: string) => fqn.slice(fqn.lastIndexOf(".") + 1);

/** Writes a type by a language's primitives, lists, maps, classes and structs. */
function speller(words: {
  readonly primitives: Readonly<Record<Kind, string>>;
  readonly list: (item: string, role: Role) => string;
  readonly map: (item: string) => string;
  readonly class: (fqn: string) => string;
  readonly struct: (name: string) => string;
}): Spelling["type"] {
  const spell = (reference: TypeReference, role: Role, isStruct: IsStruct): string => {
    if ("primitive" in reference && reference.primitive in words.primitives) {
      return words.primitives[reference.primitive as Kind];
    }
    if ("collection" in reference) {
      const { kind, elementtype } = reference.collection;
      const item = spell(elementtype, role, isStruct);
      return kind === "array" ? words.list(item, role) : words.map(item);
    }
    if ("fqn" in reference) {
      const { fqn } = reference;
      return isStruct(fqn) ? words.struct(typeName(fqn)) : words.class(fqn);
    }
    throw new Error(`no spelling is known for the type ${JSON.stringify(reference)}`);
  };
  return spell;
}

/** How the languages that the package is published for spell its API. */
export const spellings: readonly Spelling[] = [
  {
    language: "TypeScript",
    member: (name, type, optional) => `${name}${optional ? "?" : ""}: ${type}`,
    type: speller({
      primitives: { string: "string", number: "number", boolean: "boolean", any: "any" },
      list: (item) => `${item}[]`,
      map: (item) => `{ [key: string]: ${item} }`,
      class: typeName,
      struct: (name) => name,
    }),
  },
  {
    language: "Python",
    member: (name, type, optional) =>
      `${snakeCase(name)}: ${optional ? `Optional[${type}]` : type}`,
    type: speller({
      primitives: { string: "str", number: "Number", boolean: "bool", any: "Any" },
      list: (item, role) => `${role === "prop" ? "Sequence" : "List"}[${item}]`,
      map: (item) => `Mapping[str, ${item}]`,
      class: typeName,
      struct: (name) => `Union[${name}, Dict[str, Any]]`,
    }),
  },
  {
    language: "Go",
    member: (name, type) => `${name[0].toUpperCase()}${name.slice(1)} ${type}`,
    type: speller({
      primitives: { string: "*string", number: "*float64", boolean: "*bool", any: "interface{}" },
      list: (item) => `*[]${item}`,
      map: (item) => `*map[string]${item}`,
      class: (fqn) => (fqn.startsWith("cdktf.") ? `cdktf.${typeName(fqn)}` : typeName(fqn)),
      struct: (name) => `*${name}`,
    }),
  },
];

/** A prop or attribute as a language declares it. */
export function spelled(
  { member, type }: Spelling,
  { name, optional, type: typed }: Property,
  role: Role,
  isStruct: IsStruct,
): string {
  return member(name, type(typed, role, isStruct), optional);
}
