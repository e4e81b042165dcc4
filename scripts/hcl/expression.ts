/**
 * An HCL expression as a tree.
 *
 * Everything that is printed goes through this tree, whether it came from a cdktf token or from
 * HCL text in a string; brackets are not part of it, the printer puts them where they are needed.
 *
 * @see https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#expressions
 */
export type Expression =
  | { kind: "literal"; value: string | boolean | null }
  | { kind: "number"; text: string }
  | { kind: "template"; parts: (string | Expression)[] }
  | { kind: "root"; name: string }
  | { kind: "attribute"; of: Expression; name: string }
  | { kind: "index"; of: Expression; key: Expression }
  | { kind: "call"; name: string; args: Expression[] }
  | { kind: "list"; items: Expression[] }
  | { kind: "object"; entries: ObjectEntry[] }
  | ForExpression
  | { kind: "unary"; operator: string; operand: Expression }
  | { kind: "binary"; operator: string; left: Expression; right: Expression }
  | { kind: "conditional"; condition: Expression; yes: Expression; no: Expression };

/** A key and its value; the key is a string literal unless it is computed. */
export type ObjectEntry = { key: Expression; value: Expression };

/** `[for name in input : value if condition]`. */
export type ForExpression = {
  kind: "for";
  name: string;
  input: Expression;
  value: Expression;
  condition?: Expression;
};

/** The binary operators by how tightly they bind, the loosest first. */
export const BINARY_OPERATORS = [
  ["||"],
  ["&&"],
  ["==", "!="],
  // Those first that begin like others.
  ["<=", ">=", "<", ">"],
  ["+", "-"],
  ["*", "/", "%"],
];

/** The string literal of exactly this text. */
export function text(value: string): Expression {
  return { kind: "literal", value };
}

/** The parts as one string expression, neighbouring texts joined and needless templates left out. */
export function template(parts: (string | Expression)[]): Expression {
  const joined: (string | Expression)[] = [];
  const flat = parts.flatMap((part) =>
    typeof part === "object" && part.kind === "template" ? part.parts : [part],
  );
  for (const part of flat) {
    const plain = typeof part === "object" && part.kind === "literal" ? part.value : part;
    const last = joined.at(-1);
    if (typeof plain === "string" && typeof last === "string") {
      joined[joined.length - 1] = last + plain;
    } else if (plain !== "") {
      joined.push(typeof plain === "string" ? plain : (part as Expression));
    }
  }
  if (joined.length === 0) return text("");
  if (joined.length > 1) return { kind: "template", parts: joined };
  return typeof joined[0] === "string" ? text(joined[0]) : joined[0];
}

/** Calls `visit` for the expression and everything inside it. */
export function walk(expression: Expression, visit: (part: Expression) => void): void {
  visit(expression);
  for (const child of children(expression)) walk(child, visit);
}

function children(e: Expression): Expression[] {
  switch (e.kind) {
    case "literal":
    case "number":
    case "root":
      return [];
    case "template":
      return e.parts.filter((part) => typeof part !== "string");
    case "attribute":
      return [e.of];
    case "index":
      return [e.of, e.key];
    case "call":
      return e.args;
    case "list":
      return e.items;
    case "object":
      return e.entries.flatMap(({ key, value }) => [key, value]);
    case "for":
      return [e.input, e.value, e.condition].filter((part) => part !== undefined);
    case "unary":
      return [e.operand];
    case "binary":
      return [e.left, e.right];
    case "conditional":
      return [e.condition, e.yes, e.no];
  }
}
