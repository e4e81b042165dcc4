import type { TerraformElement } from "cdktf";
import type { Argument, Block } from "./block";
import type { Expression } from "./expression";

/** What the metadata of a why-comment holds. */
type Comment = {
  text: string;
  /** An argument, and keys and positions in its value: `values.volumes.mountOptions`. */
  argument?: string;
};

/**
 * Puts an element's why-comments on its block, on the arguments in it, and inside of their values.
 * A local has no arguments: its comments stand on the local, or inside of its value.
 *
 * @param type of the metadata that holds a comment
 */
export function addComments(element: TerraformElement, type: string, block: Block): void {
  const args = block.groups.flatMap((group) => (Array.isArray(group) ? group : []));
  for (const metadata of element.node.metadata.filter((it) => it.type === type)) {
    const { text, argument }: Comment = metadata.data;
    const path = argument?.split(".") ?? [];
    if (block.type === "locals") path.unshift(args[0].name);
    const [name, ...inside] = path;
    if (name === undefined) block.comment = joined(block.comment, text);
    else addTo(args.find((arg) => arg.name === name) ?? refuse(name), inside, text);
  }
}

function addTo(argument: Argument, path: string[], text: string): void {
  if (path.length === 0) argument.comment = joined(argument.comment, text);
  else argument.value = commented(argument.value, path, text) ?? refuse(path.join("."));
}

/**
 * The expression with a comment on what a path leads to; undefined if it leads to nothing, or to
 * several things. Functions round an object, and the brackets of a list, are no step.
 */
function commented(e: Expression, path: string[], text: string): Expression | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return { ...e, comment: joined(e.comment, text) };
  if (e.kind === "object") {
    const at = e.entries.findIndex(({ key }) => key.kind === "literal" && key.value === step);
    const value = e.entries[at] && commented(e.entries[at].value, rest, text);
    return value && { ...e, entries: e.entries.map((it, i) => (i === at ? { ...it, value } : it)) };
  }
  const parts = e.kind === "list" ? e.items : e.kind === "call" ? e.args : [];
  const isPosition = e.kind === "list" && /^\d+$/.test(step);
  const changed = parts.map((part, at) => {
    if (isPosition) return at === Number(step) ? commented(part, rest, text) : undefined;
    return commented(part, path, text);
  });
  if (changed.filter((part) => part !== undefined).length !== 1) return undefined;
  const all = parts.map((part, at) => changed[at] ?? part);
  return e.kind === "list" ? { ...e, items: all } : ({ ...e, args: all } as Expression);
}

function joined(comment: string | undefined, text: string): string {
  return comment === undefined ? text : `${comment}\n${text}`;
}

function refuse(path: string): never {
  throw new Error(
    `a comment stands on ${path}, which is not printed or not the only one: give an argument, ` +
      "then keys, or an item's position, with dots between",
  );
}
