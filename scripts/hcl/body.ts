import { type Assignment, alignAssignments } from "./align";
import type { Expression } from "./expression";
import { layOut } from "./layout";

/** An argument in a block: `name = value`. */
export type Argument = { name: string; value: Expression; comment?: string };

/** A block: its type with its labels, and what stands inside. */
export type Block = { type: string; labels: string[]; comment?: string; groups: Group[] };

/** What stands together in a block, with an empty line before the next group. */
export type Group = Argument[] | Block;

/** An argument whose value is text already. */
export type Line = Assignment & { comment?: string };

/** How the arguments of a group are spaced. */
export type Spacing =
  /** Without empty lines. */
  | "dense"
  /** A value of several lines and a comment make a paragraph of their argument. */
  | "paragraphs";

/** Column at which comments are wrapped. */
const COMMENT_WIDTH = 78;

/** The block as text, without a newline at the end. */
export function printBlock(block: Block, spacing: Spacing, indent = 0): string {
  const pad = " ".repeat(indent);
  const labels = block.labels.map((label) => `"${checkName(label)}"`);
  const head = [checkName(block.type), ...labels, "{"].join(" ");
  const groups = block.groups
    .map((group) =>
      Array.isArray(group)
        ? printLines(
            group.map((argument) => layArgument(argument, indent + 2)),
            spacing,
            indent + 2,
          )
        : printBlock(group, spacing, indent + 2),
    )
    .filter((group) => group !== "");
  const comment = printComment(block.comment, indent);
  if (groups.length === 0) return `${comment}${pad}${head}}`;
  return `${comment}${pad}${head}\n${groups.join("\n\n")}\n${pad}}`;
}

/** Lays out an argument's value for a block whose arguments are indented by `indent`. */
export function layArgument({ name, value, comment }: Argument, indent: number): Line {
  const column = indent + checkName(name).length + " = ".length;
  const text = layOut(value, indent, column);
  return { name, value: text, isApart: text.includes("\n"), comment };
}

/** The arguments of a group as text, their equals signs in columns. */
export function printLines(lines: Line[], spacing: Spacing, indent: number): string {
  const paragraphs: Line[][] = [];
  let isOpen = false;
  for (const line of lines) {
    const standsAlone = line.comment !== undefined || line.isApart;
    const joins = spacing === "dense" ? line.comment === undefined : isOpen && !standsAlone;
    if (joins && paragraphs.length > 0) paragraphs[paragraphs.length - 1].push(line);
    else paragraphs.push([line]);
    isOpen = !standsAlone;
  }
  return paragraphs
    .map(
      (paragraph) =>
        printComment(paragraph[0].comment, indent) + alignAssignments(paragraph, indent),
    )
    .join(spacing === "dense" ? "\n" : "\n\n");
}

/** The comment's lines, each ending in a newline; "" if there is none. */
function printComment(comment: string | undefined, indent: number): string {
  if (comment === undefined) return "";
  const start = `${" ".repeat(indent)}#`;
  const lines = comment.split("\n").flatMap((line) => wrap(line, COMMENT_WIDTH - start.length - 1));
  return lines.map((line) => `${`${start} ${line}`.trimEnd()}\n`).join("");
}

function wrap(line: string, width: number): string[] {
  const lines: string[] = [];
  let current = "";
  for (const word of line.split(/\s+/).filter((word) => word !== "")) {
    if (current !== "" && current.length + 1 + word.length > width) {
      lines.push(current);
      current = word;
    } else {
      current += current === "" ? word : ` ${word}`;
    }
  }
  return [...lines, current];
}

/** The name of a block, a label or an argument, which all must be identifiers. */
function checkName(name: string): string {
  if (/^[\p{ID_Start}_][\p{ID_Continue}-]*$/u.test(name)) return name;
  throw new Error(
    `${JSON.stringify(name)} is no name in HCL: ` +
      "use letters, digits, _ and -, and do not begin with a digit",
  );
}
