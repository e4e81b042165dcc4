import type { Expression, ForExpression, ObjectEntry } from "./expression";
import { escapeText, escapeTextBeforeInterpolation, isIdentifier } from "./literals";

/** How tightly an operator binds; what binds less inside what binds more gets brackets. */
export const BINDING: Record<string, number> = {
  "||": 1,
  "&&": 2,
  "==": 3,
  "!=": 3,
  "<": 4,
  ">": 4,
  "<=": 4,
  ">=": 4,
  "+": 5,
  "-": 5,
  "*": 6,
  "/": 6,
  "%": 6,
};
const UNARY = 7;
/** What never needs brackets binds most. */
export const OPERAND = 8;

/** The expression on one line. */
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
      return `${operand(e.of, OPERAND)}${e.style}`;
    case "call":
      return `${e.name}(${e.args.map(oneLine).join(", ")}${e.expandLast ? "..." : ""})`;
    case "list":
      return `[${e.items.map(oneLine).join(", ")}]`;
    case "object":
      return e.entries.length === 0
        ? "{}"
        : `{ ${e.entries.map((entry) => `${keyText(entry)} = ${oneLine(entry.value)}`).join(", ")} }`;
    case "for":
      return oneLineFor(e);
    case "unary":
      return `${e.operator}${operand(e.operand, UNARY)}`;
    case "binary": {
      const left = operand(e.left, bindingNeeded(e.left, e, "left"));
      return `${left} ${e.operator} ${operand(e.right, bindingNeeded(e.right, e, "right"))}`;
    }
    case "conditional":
      return `${operand(e.condition, 1)} ? ${operand(e.yes, 0)} : ${operand(e.no, 0)}`;
  }
}

/** An operand, in brackets if it binds less than `binding`. */
function operand(e: Expression, binding: number): string {
  return bindingOf(e) < binding ? `(${oneLine(e)})` : oneLine(e);
}

/** How tightly the parts of an expression are bound together. */
export function bindingOf(e: Expression): number {
  if (e.kind === "conditional") return 0;
  if (e.kind === "binary") return BINDING[e.operator];
  return e.kind === "unary" ? UNARY : OPERAND;
}

/**
 * How tightly an operand must bind to stand without brackets.
 *
 * `a && b` in `… || …` needs none, but is easier to read with them.
 */
export function bindingNeeded(
  e: Expression,
  { operator }: Expression & { kind: "binary" },
  side: "left" | "right",
): number {
  const isMixed = operator === "||" && e.kind === "binary" && e.operator === "&&";
  return isMixed ? OPERAND : BINDING[operator] + (side === "left" ? 0 : 1);
}

function oneLineFor(e: ForExpression): string {
  const condition = e.condition ? ` ${afterWord("if", e.condition)}` : "";
  if (!e.key) return `[${forHead(e)} : ${oneLine(e.value)}${condition}]`;
  const dots = e.group ? "..." : "";
  return `{ ${forHead(e)} : ${operand(e.key, 1)} => ${afterMark(e.value)}${dots}${condition} }`;
}

/** `for … in …`, the expression looped over as `print` gives it. */
export function forHead(e: ForExpression, print = oneLine): string {
  return `for ${e.names.join(", ")} ${afterWord("in", e.input, print)}`;
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
export function afterWord(word: "in" | "if", e: Expression, print = oneLine): string {
  const text = afterMark(e, print);
  const joins = text.startsWith("(") || (word === "if" && text.startsWith("["));
  return `${word}${joins ? "" : " "}${text}`;
}

/** An expression after `=>`, `${` or a word, where `terraform fmt` takes a minus for a subtraction. */
export function afterMark(e: Expression, print = oneLine): string {
  const line = oneLine(e);
  return line.startsWith("-") ? `(${line})` : print(e);
}

/** The key of an object's entry, without quotes where it can do without. */
export function keyText({ key, isName }: ObjectEntry): string {
  if (key.kind === "literal" && typeof key.value === "string") {
    return isIdentifier(key.value) ? key.value : oneLine(key);
  }
  const standsBare = isName || key.kind === "template" || key.kind === "number";
  return standsBare ? oneLine(key) : `(${oneLine(key)})`;
}
