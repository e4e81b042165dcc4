import type { TerraformElement } from "cdktf";
import { HCL_COMMENT } from "../../csi/internal/hcl-comment";
import type { Block } from "./body";

/** Puts an element's why-comments on its block and on the arguments in it. */
export function addComments(element: TerraformElement, block: Block): Block {
  const commented = { ...block };
  for (const { argument, text } of commentsOf(element)) {
    const target = argument === undefined ? commented : find(block, argument);
    if (!target) {
      throw new Error(`a comment stands on the argument ${argument}, which is not printed`);
    }
    target.comment = target.comment === undefined ? text : `${target.comment}\n${text}`;
  }
  return commented;
}

/** The why-comment on an element that has no arguments of its own. */
export function commentOn(element: TerraformElement): string | undefined {
  const comments = commentsOf(element);
  if (comments.some(({ argument }) => argument !== undefined)) {
    throw new Error("a comment stands on an argument of an element that has none");
  }
  return comments.length > 0 ? comments.map(({ text }) => text).join("\n") : undefined;
}

function commentsOf(element: TerraformElement): { text: string; argument?: string }[] {
  return element.node.metadata.filter(({ type }) => type === HCL_COMMENT).map(({ data }) => data);
}

function find({ groups }: Block, argument: string): { comment?: string } | undefined {
  return groups
    .flatMap((group) => (Array.isArray(group) ? group : []))
    .find(({ name }) => name === argument);
}
