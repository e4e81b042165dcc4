import ts from "typescript";

/** What the interface of a binding says of an argument. */
export interface Argument {
  /** Name of the interface that describes its content, if it has one. */
  readonly struct?: string;
  /** Whether its documentation calls it a block. */
  readonly isBlock: boolean;
  /** Whether it may be given more than once. */
  readonly repeats: boolean;
  readonly optional: boolean;
}

/** How a binding renders an argument as HCL. */
export interface Rendering {
  readonly type: string;
  readonly storageClassType: string;
}

/** What a binding's class says of an attribute. */
export interface Property {
  readonly computed: boolean;
  readonly optional: boolean;
  readonly required: boolean;
  /** The code that reads the attribute. */
  readonly reader: string;
}

/** The three places that describe one resource, data source, provider or nested object. */
export interface Struct {
  readonly arguments: ReadonlyMap<string, Argument>;
  readonly renderings: ReadonlyMap<string, Rendering>;
  readonly properties: ReadonlyMap<string, Property>;
}

/** A binding's source: its root and what is nested in it, by the names of the interfaces. */
export interface BindingSource {
  readonly root: Struct;
  readonly nested: ReadonlyMap<string, Struct>;
}

/** Reads the TypeScript that cdktf's provider generator wrote for one resource type. */
export function readBindingSource(text: string): BindingSource {
  const file = ts.createSourceFile("binding.ts", text, ts.ScriptTarget.ES2022, true);
  const interfaces = new Map(named(file.statements.filter(ts.isInterfaceDeclaration)));
  const classes = new Map(named(file.statements.filter(ts.isClassDeclaration)));
  const functions = new Map(named(file.statements.filter(ts.isFunctionDeclaration)));
  const struct = (argumentsOf: string, propertiesOf: string, renderedBy: string): Struct => ({
    arguments: readArguments(interfaces.get(argumentsOf), interfaces),
    properties: readProperties(classes.get(propertiesOf)),
    renderings: readRenderings(functions.get(renderedBy) ?? classes.get(renderedBy)),
  });
  const root = [...classes].find(([, declaration]) =>
    /extends cdktf\.Terraform(Resource|DataSource|Provider)\b/.test(declaration.getText()),
  )?.[0];
  if (!root) throw new Error("the binding has no resource, data source or provider class");
  const nested = [...interfaces.keys()].filter((name) => name !== `${root}Config`);
  return {
    root: struct(`${root}Config`, root, root),
    nested: new Map(
      nested.map((name) => [
        name,
        struct(
          name,
          `${name}OutputReference`,
          `${name.charAt(0).toLowerCase()}${name.slice(1)}ToHclTerraform`,
        ),
      ]),
    ),
  };
}

function named<T extends { name?: ts.Identifier }>(declarations: T[]): [string, T][] {
  return declarations.map((declaration) => [declaration.name?.text ?? "", declaration]);
}

/** `alias` of a provider is Terraform's own, not the schema's. */
function isMetaArgument(name: string): boolean {
  return name === "alias";
}

function readArguments(
  declaration: ts.InterfaceDeclaration | undefined,
  interfaces: ReadonlyMap<string, unknown>,
): Map<string, Argument> {
  const found = new Map<string, Argument>();
  for (const member of declaration?.members.filter(ts.isPropertySignature) ?? []) {
    if (isMetaArgument(member.name.getText())) continue;
    const text = member.getFullText();
    // Terraform's name stands in the link to the registry alone.
    const name = text.match(/\{@link \S+#(\w+) \w+#\1\}/)?.[1];
    if (!name) throw new Error(`no link to the registry at ${member.getText()}`);
    const type = member.type?.getText() ?? "";
    const struct = type.match(/^\w+/)?.[0] ?? "";
    found.set(name, {
      ...(interfaces.has(struct) && { struct }),
      isBlock: new RegExp(`\\* ${name} block\\n`).test(text),
      repeats: type.includes("[]") || type.startsWith("{"),
      optional: member.questionToken !== undefined,
    });
  }
  return found;
}

/** Finds `const attrs = { name: { type: "list", storageClassType: "stringList" } }`. */
function readRenderings(node: ts.Node | undefined): Map<string, Rendering> {
  const found = new Map<string, Rendering>();
  const visit = (child: ts.Node): void => {
    if (ts.isVariableDeclaration(child) && child.name.getText() === "attrs" && child.initializer) {
      for (const entry of assignments(child.initializer)) {
        const texts = new Map(
          assignments(entry.initializer).map(({ name, initializer }) => [
            name.getText(),
            ts.isStringLiteral(initializer) ? initializer.text : "",
          ]),
        );
        found.set(entry.name.getText(), {
          type: texts.get("type") ?? "",
          storageClassType: texts.get("storageClassType") ?? "",
        });
      }
    }
    ts.forEachChild(child, visit);
  };
  if (node) visit(node);
  return found;
}

function assignments(node: ts.Node): ts.PropertyAssignment[] {
  return ts.isObjectLiteralExpression(node) ? node.properties.filter(ts.isPropertyAssignment) : [];
}

/** Finds `// arn - computed: true, optional: false, required: false` before a member. */
function readProperties(declaration: ts.ClassDeclaration | undefined): Map<string, Property> {
  const comment =
    /\/\/ (\w+) - computed: (true|false), optional: (true|false), required: (true|false)/;
  const found = new Map<string, Property>();
  declaration?.members.forEach((member, index, members) => {
    const [, name, computed, optional, required] = member.getFullText().match(comment) ?? [];
    if (!name || isMetaArgument(name)) return;
    // What can be set has a private field before its getter.
    const getter = ts.isPropertyDeclaration(member) ? (members[index + 1]?.getText() ?? "") : "";
    found.set(name, {
      computed: computed === "true",
      optional: optional === "true",
      required: required === "true",
      reader: `${member.getText()} ${getter}`,
    });
  });
  return found;
}
