import type { Expression } from "./expression";
import { type Assignment, alignAssignments, layComment, layOut } from "./layout";

/** An argument in a block: `name = value`. */
export type Argument = { name: string; value: Expression; comment?: string };

/** A block: its type with its labels, and what stands inside. */
export type Block = { type: string; labels: string[]; comment?: string; groups: Group[] };

/** What stands together in a block, with an empty line before the next group. */
export type Group = Argument[] | Block;

/** Whether a value of several lines, and a comment, make a paragraph of their argument. */
export type Spacing = "dense" | "paragraphs";

/** A block without labels. */
export function block(type: string, ...groups: Group[]): Block {
  return { type, labels: [], groups };
}

/** The arguments that have a value, in the given order. */
export function givenArguments(args: Record<string, Expression | undefined>): Argument[] {
  return Object.entries(args).flatMap(([name, value]) => (value ? [{ name, value }] : []));
}

/** The block as text, without a newline at the end. */
export function printBlock(block: Block, spacing: Spacing, indent = 0): string {
  const pad = " ".repeat(indent);
  const labels = block.labels.map((label) => `"${checkName(label)}"`);
  const head = [checkName(block.type), ...labels, "{"].join(" ");
  const groups = block.groups
    .map((group) =>
      Array.isArray(group)
        ? printArguments(group, spacing, indent + 2)
        : printBlock(group, spacing, indent + 2),
    )
    .filter((group) => group !== "");
  const comment = layComment(block.comment, indent);
  if (groups.length === 0) return `${comment}${pad}${head}}`;
  return `${comment}${pad}${head}\n${groups.join("\n\n")}\n${pad}}`;
}

function printArguments(args: Argument[], spacing: Spacing, indent: number): string {
  const paragraphs: Assignment[][] = [];
  let isOpen = false;
  for (const { name, value, comment } of args) {
    const column = indent + checkName(name).length + " = ".length;
    const line = { name, value: layOut(value, indent, column), comment };
    const standsAlone = comment !== undefined || line.value.includes("\n");
    if (paragraphs.length > 0 && (spacing === "dense" || (isOpen && !standsAlone))) {
      paragraphs[paragraphs.length - 1].push(line);
    } else {
      paragraphs.push([line]);
    }
    isOpen = !standsAlone;
  }
  return paragraphs.map((lines) => alignAssignments(lines, indent)).join("\n\n");
}

/** The name of a block, a label or an argument, which all must be identifiers. */
function checkName(name: string): string {
  if (/^[\p{ID_Start}_][\p{ID_Continue}-]*$/u.test(name)) return name;
  throw new Error(
    `${JSON.stringify(name)} is no name in HCL: ` +
      "use letters, digits, _ and -, and do not begin with a digit",
  );
}
