import {
  BINARY_OPERATORS,
  type Expression,
  type ForExpression,
  type ObjectEntry,
} from "./expression";
import { escapeText, escapeTextBeforeInterpolation, isIdentifier } from "./literals";

// How tightly expressions are bound: what binds less inside of what binds more gets brackets.
const CHOICE = 0;
/** What the condition of a choice must bind at least. */
export const LOOSEST_OPERATOR = 1;
const UNARY = LOOSEST_OPERATOR + BINARY_OPERATORS.length;
const OPERAND = UNARY + 1;

/**
 * The expression on one line.
 *
 * @throws an error if an object is inside, which takes a line for each entry.
 */
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
    case "call":
      return `${e.name}(${e.args.map(oneLine).join(", ")})`;
    case "list":
      return `[${e.items.map(oneLine).join(", ")}]`;
    case "object":
      if (e.entries.length > 0) refuseObject(e.entries);
      return "{}";
    case "for":
      return oneLineFor(e);
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

function refuseObject(entries: ObjectEntry[]): never {
  throw new Error(
    `holds an object with ${entries.map(keyText).join(", ")} inside of text, an operator, a key ` +
      "or a loop, where it is not printed: put the object into a local",
  );
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

function oneLineFor(e: ForExpression): string {
  const condition = e.condition ? ` ${afterWord("if", e.condition)}` : "";
  return `[for ${e.name} ${afterWord("in", e.input)} : ${oneLine(e.value)}${condition}]`;
}

function templatePart(part: string | Expression, index: number, parts: unknown[]): string {
  if (typeof part !== "string") {
    const inside = afterMark(part);
    return `\${${inside.startsWith("{") ? " " : ""}${inside}${inside.endsWith("}") ? " " : ""}}`;
  }
  return index < parts.length - 1 ? escapeTextBeforeInterpolation(part) : escapeText(part);
}

/**
 * An expression after `in` or `if`, as `terraform fmt` writes it: it takes the word for a function's
 * or a list's name if a bracket follows.
 */
function afterWord(word: "in" | "if", e: Expression): string {
  const text = afterMark(e);
  const joins = text.startsWith("(") || (word === "if" && text.startsWith("["));
  return `${word}${joins ? "" : " "}${text}`;
}

/** An expression after `${` or a word, where `terraform fmt` takes a minus for a subtraction. */
function afterMark(e: Expression): string {
  const line = oneLine(e);
  return line.startsWith("-") ? `(${line})` : line;
}

/** The key of an object's entry, without quotes where it can do without. */
export function keyText({ key }: ObjectEntry): string {
  if (key.kind === "literal" && typeof key.value === "string") {
    return isIdentifier(key.value) ? key.value : oneLine(key);
  }
  return key.kind === "template" ? oneLine(key) : `(${oneLine(key)})`;
}
