import type { Construct } from "constructs";

/** Metadata type under which a why-comment for the generated HCL is kept. */
export const HCL_COMMENT = "clockwork-codex:hcl-comment";

/**
 * Says why, above an element (or above one of its arguments) in the generated HCL.
 *
 * Nothing of it shows in `cdk.tf.json`.
 */
export function hclComment(element: Construct, text: string, argument?: string): void {
  element.node.addMetadata(HCL_COMMENT, { text, argument });
}
