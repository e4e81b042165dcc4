import { BINARY_OPERATORS, type Expression, type ObjectEntry } from "./expression";

// How tightly expressions are bound: what binds less inside of what binds more gets brackets.
const CHOICE = 0;
/** What the condition of a choice must bind at least. */
export const LOOSEST_OPERATOR = 1;
const UNARY = LOOSEST_OPERATOR + BINARY_OPERATORS.length;
const OPERAND = UNARY + 1;

/** The expression as HCL on one line. */
export function oneLine(e: Expression): string {
  switch (e.kind) {
    case "literal":
      return typeof e.value === "string" ? `"${escapeText(e.value)}"` : String(e.value);
    case "number":
      return e.text;
    case "template":
      return `"${e.parts.map(templatePart).join("")}"`;
    case "root":
      return e.name;
    case "attribute":
      return `${operand(e.of, OPERAND)}.${e.name}`;
    case "index":
      return `${operand(e.of, OPERAND)}[${oneLine(e.key)}]`;
    case "splat":
      return `${operand(e.of, OPERAND)}[*]`;
    case "call":
      return `${e.name}(${e.args.map(oneLine).join(", ")})`;
    case "list":
      return `[${e.items.map(oneLine).join(", ")}]`;
    case "object": {
      const entries = e.entries.map((entry) => `${keyText(entry)} = ${oneLine(entry.value)}`);
      return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
    }
    case "for": {
      const condition = e.condition ? ` ${afterWord("if", oneLine(e.condition))}` : "";
      const loop = forParts(e, oneLine(e.input), oneLine(e.value)).join(" ") + condition;
      return e.key ? `{ ${loop} }` : `[${loop}]`;
    }
    case "unary":
      return `${e.operator}${operand(e.operand, UNARY)}`;
    case "binary": {
      const left = operand(e.left, bindingNeeded(e, "left"));
      return `${left} ${e.operator} ${operand(e.right, bindingNeeded(e, "right"))}`;
    }
    case "conditional":
      return `${operand(e.condition, LOOSEST_OPERATOR)} ? ${oneLine(e.yes)} : ${oneLine(e.no)}`;
  }
}

/** An operand, in brackets if it binds less than `binding`. */
export function operand(e: Expression, binding: number, print = oneLine): string {
  return bindingOf(e) < binding ? `(${oneLine(e)})` : print(e);
}

/** How tightly the parts of an expression are bound together. */
function bindingOf(e: Expression): number {
  if (e.kind === "conditional") return CHOICE;
  if (e.kind !== "binary") return e.kind === "unary" ? UNARY : OPERAND;
  return LOOSEST_OPERATOR + BINARY_OPERATORS.findIndex((level) => level.includes(e.operator));
}

/** How tightly an operand of a binary operator must bind to stand without brackets. */
export function bindingNeeded(e: Expression & { kind: "binary" }, side: "left" | "right"): number {
  return bindingOf(e) + (side === "left" ? 0 : 1);
}

/** A loop up to its input, and from there to its value; both are text already. */
export function forParts(e: Expression & { kind: "for" }, input: string, value: string): string[] {
  const head = `for ${e.names.join(", ")} ${afterWord("in", input)}`;
  return [head, e.key ? `: ${oneLine(e.key)} => ${afterMark(value)}` : `: ${value}`];
}

/**
 * A text after `in` or `if`, as `terraform fmt` writes it: it takes the word for a function's or a
 * list's name if a bracket follows.
 */
export function afterWord(word: "in" | "if", text: string): string {
  const marked = afterMark(text);
  const joins = marked.startsWith("(") || (word === "if" && marked.startsWith("["));
  return `${word}${joins ? "" : " "}${marked}`;
}

/** A text after `${`, a word or `=>`, where `terraform fmt` takes a minus for a subtraction. */
function afterMark(text: string): string {
  return text.startsWith("-") ? `(${text})` : text;
}

/** The key of an object's entry, without quotes where it can do without. */
export function keyText({ key }: ObjectEntry): string {
  if (key.kind === "literal" && typeof key.value === "string") {
    return isKey(key.value) ? key.value : oneLine(key);
  }
  return key.kind === "template" ? oneLine(key) : `(${oneLine(key)})`;
}

/** Whether a key is a plain name; `for` would begin a loop, and dashes read as a minus. */
function isKey(name: string): boolean {
  return isName(name) && !name.includes("-") && !["for", "true", "false", "null"].includes(name);
}

/** Whether the text is a name in HCL, as of an attribute. */
export function isName(text: string): boolean {
  return /^[A-Za-z_][\w-]*$/.test(text);
}

function templatePart(part: string | Expression, index: number, parts: unknown[]): string {
  if (typeof part !== "string") {
    const inside = afterMark(oneLine(part));
    return `\${${inside.startsWith("{") ? " " : ""}${inside}${inside.endsWith("}") ? " " : ""}}`;
  }
  const escaped = escapeText(part);
  // A `$` before `${` would make it an escape, so it is written by its code point.
  return index < parts.length - 1 ? escaped.replace(/\$$/, "\\u0024") : escaped;
}

const ESCAPES: Record<string, string> = {
  '"': '\\"',
  "\\": "\\\\",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  "${": "$${",
  "%{": "%%{",
};

/** What HCL reads as more than itself, and what a reader cannot see: controls, joiners, directions. */
const TO_ESCAPE = /\$\{|%\{|["\\]|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/**
 * The inside of an HCL quoted string that reads back as exactly `text`.
 *
 * @see https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#template-expressions
 */
function escapeText(text: string): string {
  if (/\p{Surrogate}/u.test(text)) {
    throw new Error(
      `the string ${JSON.stringify(text)} holds half of a surrogate pair, which is no character; ` +
        "HCL is UTF-8 and cannot hold it: correct the string",
    );
  }
  return text.replace(TO_ESCAPE, (match) => {
    const code = match.codePointAt(0) as number;
    return ESCAPES[match] ?? `\\U${code.toString(16).padStart(8, "0")}`;
  });
}
