import { Tokenization } from "cdktf";
import { type Expression, oneLine } from "../../../scripts/hcl-printer";

/** The HCL of an expression that was handed to cdktf as the token of a string. */
export function expressionOf(value: string): string {
  const [token] = Tokenization.reverse(value);
  return oneLine((token as unknown as { readonly expression: Expression }).expression);
}
