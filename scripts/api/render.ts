import type {
  Assembly,
  ClassType,
  Docs,
  EnumType,
  InterfaceType,
  Method,
  Property,
  Type,
  TypeReference,
} from "@jsii/spec";
import { type DeclaredProp, propsOf } from "../build/assembly";
import { type IsStruct, type Role, spelled, spellings } from "./names";

/** Renders the reference of all that a package exports, for the languages it is published for. */
export function renderApi(assembly: Assembly): string {
  const types = Object.values(assembly.types ?? {});
  const ofKind = <Kind extends Type>(kind: Kind["kind"]) =>
    types.filter((type): type is Kind => type.kind === kind).sort(byName);
  const sections = ofKind<ClassType>("class" as ClassType["kind"]).map((type) =>
    section(assembly, type),
  );
  const structs = ofKind<InterfaceType>("interface" as InterfaceType["kind"])
    .filter(({ fqn, name }) => isStruct(assembly)(fqn) && !/(Attributes|Options|Props)$/.test(name))
    .map((type) => structSection(assembly, type));
  const enums = ofKind<EnumType>("enum" as EnumType["kind"]).map(enumSection);
  return [introduction(assembly), ...sections, ...structs, ...enums].join("\n\n");
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : 1;
}

/** Whether a type of an assembly is an object of props alone. */
function isStruct({ types = {} }: Assembly): IsStruct {
  return (fqn) => (types[fqn] as InterfaceType | undefined)?.datatype ?? false;
}

/** What a prop takes that is an object. */
function structSection(assembly: Assembly, { fqn, name, docs }: InterfaceType): string {
  const entries = propsSorted(assembly, { fqn }).flatMap((prop) => entry(assembly, prop));
  return [`## ${name}`, ...prose(docs), "### Props", ...entries].join("\n\n");
}

/** The values that a prop takes, each by the name that it has in every language. */
function enumSection({ name, docs, members }: EnumType): string {
  const entries = members.map((member) => `- \`${member.name}\`: ${prose(member.docs).join(" ")}`);
  return [`## ${name}`, ...prose(docs), entries.join("\n")].join("\n\n");
}

function introduction({ name, targets }: Assembly): string {
  const python = targets?.python ?? {};
  const go = targets?.go ?? {};
  return `# API

Each construct is made by \`new Name(scope, id, props)\` in TypeScript, \`Name(scope, id, prop=...)\` in Python and \`csi.NewName(scope, id, &csi.NameProps{...})\` in Go. Attributes are properties in TypeScript and Python, and methods in Go. A name that stands alone is TypeScript's: \`awsRegion\` is \`aws_region\` in Python and \`AwsRegion\` in Go. Whole programs: [TypeScript](../examples/typescript/main.ts), [Python](../examples/python/main.py), [Go](../examples/go/main.go).

| language | package | import |
| --- | --- | --- |
| TypeScript | \`${name}\` | \`import { ... } from "${name}"\` |
| Python | \`${python.distName}\` | \`from ${python.module} import ...\` |
| Go | \`${go.moduleName}/${go.packageName}\` | \`import "${go.moduleName}/${go.packageName}"\` |`;
}

function section(assembly: Assembly, type: ClassType): string {
  const interfaces = (type.interfaces ?? []).map((fqn) => `\`${fqn}\``);
  const implemented = interfaces.length > 0 ? [`Implements ${interfaces.join(", ")}.`] : [];
  return [
    `## ${type.name}`,
    ...prose(type.docs),
    ...implemented,
    ...throws(type),
    ...props(assembly, type),
    ...(type.methods ?? [])
      .filter((method) => method.static)
      .flatMap((method) => factory(assembly, type, method)),
    ...attributes(assembly, type),
  ].join("\n\n");
}

function throws({ initializer }: ClassType): string[] {
  const text = initializer?.docs?.custom?.throws;
  return text === undefined ? [] : [`Throws ${text}`];
}

/** What makes the construct of what exists already. */
function factory(assembly: Assembly, { name: type }: ClassType, method: Method): string[] {
  const { name, docs, parameters } = method;
  return [
    `### \`${type}.${name}\``,
    ...prose(docs),
    ...propsSorted(assembly, parameters?.[2]?.type).flatMap((prop) => entry(assembly, prop)),
  ];
}

/** The props of an interface, the required ones first, each part from A to Z. */
function propsSorted(assembly: Assembly, reference: TypeReference | undefined): DeclaredProp[] {
  if (reference === undefined || !("fqn" in reference)) return [];
  return propsOf(assembly, reference.fqn).sort(
    (a, b) =>
      Number(a.property.optional ?? false) - Number(b.property.optional ?? false) ||
      byName(a.property, b.property),
  );
}

function props(assembly: Assembly, type: ClassType): string[] {
  const isClass = (name: string) => `${assembly.name}.${name}` in (assembly.types ?? {});
  // Options that are no construct's own have no section: each that takes them describes them.
  const all = propsSorted(assembly, type.initializer?.parameters?.[2]?.type).map((prop) =>
    isClass(ownerOf(prop.by)) ? prop : { ...prop, by: type.name },
  );
  if (all.length === 0) return [];
  const [own, others] = [true, false].map((isOwn) =>
    all.filter(({ by }) => (ownerOf(by) === type.name) === isOwn),
  );
  const links = others.map(link).join("\n");
  return ["### Props", ...(links ? [links] : []), ...own.flatMap((prop) => entry(assembly, prop))];
}

/** The construct whose section describes the props of an interface. */
function ownerOf(name: string): string {
  return name.replace(/(Props|Options)$/, "");
}

function anchor({ property, by }: DeclaredProp): string {
  return `${ownerOf(by)}.${property.name}`;
}

/** A line that leads to where a prop is described. */
function link(prop: DeclaredProp): string {
  const { name, docs, optional } = prop.property;
  return `- [\`${name}\`](#${anchor(prop)}): ${docs?.summary}${optional ? "" : " Required."}`;
}

function entry(assembly: Assembly, prop: DeclaredProp): string[] {
  const { property } = prop;
  return [
    `#### <a id="${anchor(prop)}"></a>\`${property.name}\``,
    spelledIn(assembly, property, "prop"),
    ...prose(property.docs),
    property.optional ? `Default: ${defaultOf(property.docs)}.` : "Required.",
  ];
}

function attributes(assembly: Assembly, { properties = [] }: ClassType): string[] {
  const entries = properties.map(
    (property) =>
      `- ${spelledIn(assembly, property, "attribute")}: ${prose(property.docs).join(" ")}`,
  );
  return entries.length > 0 ? ["### Attributes", entries.join("\n")] : [];
}

/** A member as each language declares it. */
function spelledIn(assembly: Assembly, property: Property, role: Role): string {
  return spellings
    .map(
      (spelling) =>
        `${spelling.language} \`${spelled(spelling, property, role, isStruct(assembly))}\``,
    )
    .join(" · ");
}

/** `@default` is code, or a hyphen and words. */
function defaultOf(docs: Docs | undefined): string {
  const text = docs?.default ?? "";
  return text.startsWith("- ") ? text.slice(2) : `\`${text}\``;
}

function prose(docs: Docs | undefined): string[] {
  const see = docs?.see ? `See <${docs.see}>.` : undefined;
  return [docs?.summary, docs?.remarks, see].filter((text) => text !== undefined);
}
