import { type Expression, type ObjectEntry, partsOf } from "./expression";
import {
  afterWord,
  bindingNeeded,
  forParts,
  keyText,
  LOOSEST_OPERATOR,
  oneLine,
  operand,
} from "./one-line";

/** The left and right side of an `=`; the value's further lines are indented already. */
export type Assignment = { name: string; value: string; comment?: string };

/** Column up to which an expression stays on one line. */
const WIDTH = 100;

/** Column at which comments are wrapped. */
const COMMENT_WIDTH = 78;

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
 * The expression as HCL text, over several lines where it holds an object, or gets too long and is
 * an object, a list, a loop, a call, a choice, or conditions joined by `&&` or `||`.
 *
 * Further lines are indented by `indent`; the first begins at `column`.
 */
export function layOut(expression: Expression, indent: number, column: number): string {
  return lay(expression, { indent, column, bracketed: false });
}

function lay(e: Expression, place: Place): string {
  if (!needsLines(e)) {
    const line = oneLine(e);
    if (place.column + line.length <= WIDTH) return line;
  }
  switch (e.kind) {
    case "object":
      return layObject(e.entries, place.indent);
    case "list":
      return layList(e.items, place);
    case "for":
      return layFor(e, place);
    case "call":
      return layCall(e, place);
    case "conditional":
      return inBrackets(place, (inner) => {
        const condition = operand(e.condition, LOOSEST_OPERATOR, (part) => lay(part, inner));
        const [yes, no] = [e.yes, e.no].map((part) => lay(part, shifted(inner, 2)));
        return `${condition}\n${pad(inner)}? ${yes}\n${pad(inner)}: ${no}`;
      });
    case "binary":
      return layBinary(e, place);
    default:
      return oneLine(e);
  }
}

function layObject(entries: ObjectEntry[], indent: number): string {
  if (entries.length === 0) return "{}";
  const lines = entries.map((entry) => {
    const name = keyText(entry);
    const value = layOut(entry.value, indent + 2, indent + 2 + name.length + " = ".length);
    return { name, value, comment: entry.value.comment };
  });
  return `{\n${alignAssignments(lines, indent + 2)}\n${" ".repeat(indent)}}`;
}

function layList(items: Expression[], place: Place): string {
  if (items.length === 1 && isHuggable(items[0]) && items[0].comment === undefined) {
    return `[${lay(items[0], { ...shifted(place, 1), bracketed: true })}]`;
  }
  const inner = nested(place);
  const lines = items.map(
    (item) => `${layComment(item.comment, inner.indent)}${pad(inner)}${lay(item, inner)},\n`,
  );
  return `[\n${lines.join("")}${pad(place)}]`;
}

function layFor(e: Expression & { kind: "for" }, place: Place): string {
  const inner = nested(place);
  const [open, close] = e.key ? "{}" : "[]";
  const start = `for ${e.names.join(", ")} in `;
  const input = lay(e.input, shifted(inner, start.length));
  const key = e.key ? `${oneLine(e.key)} => ` : "";
  const value = lay(e.value, shifted(inner, `${lastLine(start + input)} : ${key}`.length));
  // `terraform fmt` indents a line that closes one bracket and opens another as what is inside.
  const isCrowded = input.includes("\n") && value.includes("\n");
  const loop = forParts(e, input, value).join(isCrowded ? `\n${pad(inner)}` : " ");
  const condition = e.condition ? afterWord("if", oneLine(e.condition)) : "";
  const fits = lastLine(loop).length + condition.length < WIDTH - inner.column;
  const end = condition && `${fits ? " " : `\n${pad(inner)}`}${condition}`;
  return `${open}\n${pad(inner)}${loop}${end}\n${pad(place)}${close}`;
}

function layCall(e: Expression & { kind: "call" }, place: Place): string {
  const hugged = huggedArgument(e);
  if (hugged) {
    const before = e.args.slice(0, -1).map((arg) => `${oneLine(arg)}, `);
    const start = `${e.name}(${before.join("")}`;
    if (place.column + start.length < WIDTH) {
      return `${start}${lay(hugged, { ...shifted(place, start.length), bracketed: true })})`;
    }
  }
  const inner = nested(place);
  const lines = e.args.map((arg) => `${pad(inner)}${lay(arg, inner)}`);
  return `${e.name}(\n${lines.join(",\n")}\n${pad(place)})`;
}

function layBinary(e: Expression & { kind: "binary" }, place: Place): string {
  if (e.operator !== "&&" && e.operator !== "||") return oneLine(e);
  return inBrackets(place, (inner) =>
    chain(e, e.operator)
      .map((part) => operand(part, bindingNeeded(e, "right"), (it) => lay(it, inner)))
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

/** Whether it can begin and end on the lines of the brackets round it, as in `f({ … })`. */
function isHuggable(e: Expression): boolean {
  if (e.kind === "call") return huggedArgument(e) !== undefined;
  return (e.kind === "object" && e.entries.length > 0) || e.kind === "list" || e.kind === "for";
}

/** The last argument of a call if it can be hugged, as any call can that is the only argument. */
function huggedArgument({ args }: Expression & { kind: "call" }): Expression | undefined {
  const last = args.at(-1);
  if (!last || args.slice(0, -1).some(needsLines)) return undefined;
  const isWrapped = args.length === 1 && last.kind === "call" && last.args.length > 0;
  return isWrapped || isHuggable(last) ? last : undefined;
}

/** Whether there is an object or a comment inside, which take lines of their own. */
function needsLines(e: Expression): boolean {
  return partsOf(e).some(
    (part) =>
      (part.kind === "object" && part.entries.length > 0) ||
      (part !== e && part.comment !== undefined),
  );
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

function lastLine(text: string): string {
  return text.slice(text.lastIndexOf("\n") + 1);
}

/**
 * Assignments on lines, their equals signs in a column the way `terraform fmt` puts them: a comment
 * begins a new column, and a value of several lines stands outside of it.
 */
export function alignAssignments(assignments: Assignment[], indent: number): string {
  const lines: string[] = [];
  let run: Assignment[] = [];
  const closeRun = () => {
    const column = Math.max(...run.map(({ name }) => width(name)));
    lines.push(...run.map((it) => assign(it, column - width(it.name), indent)));
    run = [];
  };
  for (const assignment of assignments) {
    const isApart = assignment.value.includes("\n");
    if (isApart || assignment.comment !== undefined) closeRun();
    if (isApart) lines.push(assign(assignment, 0, indent));
    else run.push(assignment);
  }
  closeRun();
  return lines.join("\n");
}

function assign({ name, value, comment }: Assignment, gap: number, indent: number): string {
  return `${layComment(comment, indent)}${" ".repeat(indent)}${name}${" ".repeat(gap)} = ${value}`;
}

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Columns that a name takes: a letter with its marks counts as one. */
function width(name: string): number {
  // Nearly all names are of ASCII, where that is soon said.
  return /^[ -~]*$/.test(name) ? name.length : [...segmenter.segment(name)].length;
}

/** The comment's lines, each ending in a newline; "" if there is none. */
export function layComment(comment: string | undefined, indent: number): string {
  if (comment === undefined) return "";
  const start = `${" ".repeat(indent)}# `;
  const column = COMMENT_WIDTH - start.length;
  const wrapped = new RegExp(`\\S{${column},}|\\S.{0,${column - 1}}(?= |$)|^$`, "g");
  const lines = comment
    .split("\n")
    .flatMap((line) => line.trim().replace(/\s+/g, " ").match(wrapped) ?? []);
  return lines.map((line) => `${(start + line).trimEnd()}\n`).join("");
}
