import { alignAssignments } from "./align";
import { type Expression, type ForExpression, type ObjectEntry, walk } from "./expression";
import {
  afterMark,
  afterWord,
  BINDING,
  bindingNeeded,
  bindingOf,
  forHead,
  keyText,
  oneLine,
} from "./one-line";

/** Column up to which an expression stays on one line. */
const WIDTH = 100;

/** Where an expression stands. */
type Place = {
  /** Columns by which its second and further lines are indented. */
  indent: number;
  /** Column at which its first line begins. */
  column: number;
  /** Whether brackets are open round it on the same level, so that it may break anywhere. */
  bracketed: boolean;
};

/**
 * The expression as HCL text, over several lines where it holds an object or gets too long.
 *
 * Further lines are indented by `indent`; the first begins at `column`.
 */
export function layOut(expression: Expression, indent: number, column: number): string {
  return lay(expression, { indent, column, bracketed: false });
}

function lay(e: Expression, place: Place): string {
  const line = oneLine(e);
  if (fits(e, line, place)) return line;
  switch (e.kind) {
    case "object":
      return layObject(e.entries, place.indent);
    case "list":
      return layList(e.items, place);
    case "call":
      return layCall(e, place);
    case "for":
      return layFor(e, place);
    case "conditional":
      return inBrackets(place, (inner) => {
        const [yes, no] = [e.yes, e.no].map((part) => lay(part, shifted(inner, 2)));
        return `${layOperand(e.condition, 1, inner)}\n${pad(inner)}? ${yes}\n${pad(inner)}: ${no}`;
      });
    case "binary":
      return layBinary(e, place);
    default:
      return line;
  }
}

function layObject(entries: ObjectEntry[], indent: number): string {
  if (entries.length === 0) return "{}";
  const lines = entries.map((entry) => {
    const name = keyText(entry);
    const value = layOut(entry.value, indent + 2, indent + 2 + name.length + " = ".length);
    return { name, value, isApart: value.includes("\n") || holdsAssignment(entry.key) };
  });
  return `{\n${alignAssignments(lines, indent + 2)}\n${" ".repeat(indent)}}`;
}

function layList(items: Expression[], place: Place): string {
  if (items.length === 1 && isHuggable(items[0])) {
    return `[${lay(items[0], { ...shifted(place, 1), bracketed: true })}]`;
  }
  const inner = nested(place);
  const lines = items.map((item) => `${pad(inner)}${lay(item, inner)},\n`);
  return `[\n${lines.join("")}${pad(place)}]`;
}

function layCall(e: Expression & { kind: "call" }, place: Place): string {
  const dots = e.expandLast ? "..." : "";
  const hugged = huggedArgument(e);
  const before = e.args.slice(0, -1).map((arg) => `${oneLine(arg)}, `);
  const start = `${e.name}(${before.join("")}`;
  if (hugged && place.column + start.length < WIDTH) {
    return `${start}${lay(hugged, { ...shifted(place, start.length), bracketed: true })}${dots})`;
  }
  const inner = nested(place);
  const lines = e.args.map((arg) => `${pad(inner)}${lay(arg, inner)}`);
  return `${e.name}(\n${lines.join(",\n")}${dots}\n${pad(place)})`;
}

function layFor(e: ForExpression, place: Place): string {
  const [open, close] = e.key ? ["{", "}"] : ["[", "]"];
  const inner = nested(place);
  const head = `${forHead(e, (input) => lay(input, inner))} :`;
  const key = e.key ? `${layOperand(e.key, 1)} => ` : "";
  const room = WIDTH - inner.column - head.length - key.length - 1;
  const breaks = head.includes("\n") || (!isHuggable(e.value) && oneLine(e.value).length > room);
  // `terraform fmt` would align an `=` in what stands before a value that takes several lines.
  const mayOpen = !(e.key && holdsAssignment(e.key)) && (breaks || !holdsAssignment(e.input));
  const valuePlace = shifted(inner, key.length + (breaks ? 0 : head.length + 1));
  const print = (part: Expression) => (mayOpen ? lay(part, valuePlace) : oneLine(part));
  const value = e.key ? afterMark(e.value, print) : print(e.value);
  const lines = [head, breaks ? `\n${pad(inner)}` : " ", key, value, e.group ? "..." : ""];
  if (e.condition) {
    lines.push(`\n${pad(inner)}${afterWord("if", e.condition, (part) => lay(part, inner))}`);
  }
  return `${open}\n${pad(inner)}${lines.join("")}\n${pad(place)}${close}`;
}

function layBinary(e: Expression & { kind: "binary" }, place: Place): string {
  if (BINDING[e.operator] > BINDING["&&"]) {
    const left = layOperand(e.left, bindingNeeded(e.left, e, "left"), place);
    // `terraform fmt` indents and aligns a line oddly that closes brackets and opens others.
    const closes = left.includes("\n") || holdsAssignment(e.left);
    const rightPlace = closes ? undefined : shifted(place, left.length + e.operator.length + 2);
    return `${left} ${e.operator} ${layOperand(e.right, bindingNeeded(e.right, e, "right"), rightPlace)}`;
  }
  return inBrackets(place, (inner) =>
    chain(e, e.operator)
      .map((part) => layOperand(part, bindingNeeded(part, e, "right"), inner))
      .join(` ${e.operator}\n${pad(inner)}`),
  );
}

/** The operands of `a && b && c`. */
function chain(e: Expression, operator: string): Expression[] {
  return e.kind === "binary" && e.operator === operator
    ? [...chain(e.left, operator), e.right]
    : [e];
}

/** Text that may break, in brackets on lines of their own unless it stands in some already. */
function inBrackets(place: Place, body: (inner: Place) => string): string {
  if (place.bracketed) return body(place);
  const inner = nested(place);
  return `(\n${pad(inner)}${body(inner)}\n${pad(place)})`;
}

/** An operand, in brackets if it binds less than `binding`; on one line unless it has a place. */
function layOperand(e: Expression, binding: number, place?: Place): string {
  const needsBrackets = bindingOf(e) < binding;
  if (place && !needsBrackets) return lay(e, place);
  const line = needsBrackets ? `(${oneLine(e)})` : oneLine(e);
  if (!place || fits(e, line, place)) return line;
  return inBrackets({ ...place, bracketed: false }, (inner) => lay(e, inner));
}

/** Whether an expression may stand on one line at its place. */
function fits(e: Expression, line: string, place: Place): boolean {
  return !holdsObject(e) && place.column + line.length <= WIDTH;
}

/** Whether it can begin and end on the lines of the brackets round it, as in `f({ … })`. */
function isHuggable(e: Expression): boolean {
  if (e.kind === "call") return huggedArgument(e) !== undefined;
  return e.kind === "for" || (e.kind === "object" && e.entries.length > 0) || e.kind === "list";
}

/** The last argument of a call if it can be hugged, as any call can that is the only argument. */
function huggedArgument({ args }: Expression & { kind: "call" }): Expression | undefined {
  const last = args.at(-1);
  if (!last || args.slice(0, -1).some(holdsAssignment)) return undefined;
  const isWrapped = args.length === 1 && last.kind === "call" && last.args.length > 0;
  return isWrapped || isHuggable(last) ? last : undefined;
}

/** Whether there is an object inside, which is always laid out over lines. */
function holdsObject(e: Expression): boolean {
  switch (e.kind) {
    case "object":
      return e.entries.length > 0;
    case "list":
      return e.items.some(holdsObject);
    case "call":
      return e.args.some(holdsObject);
    case "for":
      return holdsObject(e.value);
    case "conditional":
      return [e.condition, e.yes, e.no].some(holdsObject);
    case "binary":
      return holdsObject(e.left) || holdsObject(e.right);
    default:
      return false;
  }
}

/** Whether there is an `=` inside, which `terraform fmt` takes for that of the whole line. */
function holdsAssignment(e: Expression): boolean {
  let found = false;
  walk(e, (part) => {
    found ||= part.kind === "object" && part.entries.length > 0;
  });
  return found;
}

function nested(place: Place): Place {
  return { indent: place.indent + 2, column: place.indent + 2, bracketed: true };
}

function shifted(place: Place, columns: number): Place {
  return { ...place, column: place.column + columns };
}

function pad(place: Place): string {
  return " ".repeat(place.indent);
}
