/**
 * An HCL expression as a tree.
 *
 * Everything that is printed goes through this tree. Brackets are not part of it: they are put
 * where they are needed.
 *
 * @see https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#expressions
 */
export type Expression = (
  | { kind: "literal"; value: string | boolean | null }
  | { kind: "number"; text: string }
  | { kind: "template"; parts: (string | Expression)[] }
  | { kind: "root"; name: string }
  | { kind: "attribute"; of: Expression; name: string }
  | { kind: "index"; of: Expression; key: Expression }
  | { kind: "splat"; of: Expression }
  | { kind: "call"; name: string; args: Expression[] }
  | { kind: "list"; items: Expression[] }
  | { kind: "object"; entries: ObjectEntry[] }
  | ForExpression
  | { kind: "unary"; operator: string; operand: Expression }
  | { kind: "binary"; operator: string; left: Expression; right: Expression }
  | { kind: "conditional"; condition: Expression; yes: Expression; no: Expression }
) & {
  /** Stands above it, where it is an item of a list or the value in an object. */
  comment?: string;
};

/** A key and its value; the key is a string literal unless it is computed. */
export type ObjectEntry = { key: Expression; value: Expression };

/** `[for names in input : value if condition]`, or with a key `{ for ... : key => value ... }`. */
export type ForExpression = {
  kind: "for";
  names: string[];
  input: Expression;
  key?: Expression;
  value: Expression;
  condition?: Expression;
};

/** The binary operators by how tightly they bind, the loosest first. */
export const BINARY_OPERATORS = [
  ["||"],
  ["&&"],
  ["==", "!="],
  ["<", ">", "<=", ">="],
  ["+", "-"],
  ["*", "/", "%"],
];

/** The literal of exactly this value. */
export function literal(value: string | boolean | number | null): Expression {
  if (typeof value !== "number") return { kind: "literal", value };
  if (!Number.isFinite(value)) {
    throw new Error(`${value} is no number that HCL can hold; use a finite number`);
  }
  const digits: Expression = { kind: "number", text: String(Math.abs(value)) };
  return value < 0 ? { kind: "unary", operator: "-", operand: digits } : digits;
}

const REFERENCE = /^[A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*|\[\d+\])*$/;

/**
 * Names joined by dots, and positions in brackets: `var.ids`, `aws_subnet.this[0].id`, or a type
 * such as `string`.
 *
 * @throws an error for any other text.
 */
export function reference(path: string): Expression {
  if (!REFERENCE.test(path)) {
    throw new Error(
      `${JSON.stringify(path)} is no reference that can be printed: ` +
        "give names joined by dots and positions in brackets, such as aws_subnet.this[0].id",
    );
  }
  const [root, ...steps] = path.match(/[A-Za-z_][\w-]*|\d+/g) as string[];
  return steps.reduce<Expression>(
    (of, step) =>
      /^\d/.test(step)
        ? { kind: "index", of, key: literal(Number(step)) }
        : { kind: "attribute", of, name: step },
    { kind: "root", name: root },
  );
}

/** The call of a function, or a type with arguments such as `list(string)`. */
export function call(name: string, ...args: Expression[]): Expression {
  return { kind: "call", name, args };
}

/** An operation such as `left && right`. */
export function binary(left: Expression, operator: string, right: Expression): Expression {
  return { kind: "binary", operator, left, right };
}

/** An object of these values by key. */
export function object(values: Readonly<Record<string, Expression>>): Expression {
  const entries = Object.entries(values).map(([key, value]) => ({ key: literal(key), value }));
  return { kind: "object", entries };
}

/** The parts as one string expression, neighbouring texts joined and needless templates left out. */
export function template(...parts: (string | Expression)[]): Expression {
  const joined: (string | Expression)[] = [];
  for (const part of parts.flatMap(textsIn)) {
    const last = joined.at(-1);
    if (typeof part === "string" && typeof last === "string") joined.push(joined.pop() + part);
    else if (part !== "") joined.push(part);
  }
  const [only = ""] = joined;
  if (joined.length > 1) return { kind: "template", parts: joined };
  return typeof only === "string" ? literal(only) : only;
}

function textsIn(part: string | Expression): (string | Expression)[] {
  if (typeof part === "string") return [part];
  if (part.kind === "template") return part.parts;
  return [part.kind === "literal" && typeof part.value === "string" ? part.value : part];
}

/** The expression and everything inside it, from the left. */
export function partsOf(expression: Expression): Expression[] {
  const parts: Expression[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    if ("kind" in value) parts.push(value as Expression);
    Object.values(value).forEach(visit);
  };
  visit(expression);
  return parts;
}
