import type { Construct } from "constructs";

/** Metadata type under which a why-comment for the generated HCL is kept. */
export const HCL_COMMENT = "clockwork-codex:hcl-comment";

/**
 * Says why, above an element in the generated HCL, or beside what it explains inside of it.
 *
 * Nothing of it shows in `cdk.tf.json`.
 *
 * @param argument an argument, and keys and items' positions in its value, with dots between:
 * `values.volumes.mountOptions`, `policy.Statement.0`; the element itself if omitted
 */
export function hclComment(element: Construct, text: string, argument?: string): void {
  element.node.addMetadata(HCL_COMMENT, { text, argument });
}
