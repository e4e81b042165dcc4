import { conditional, ref, Token } from "cdktf";

/** One of two values by a condition, which Terraform chooses where only Terraform knows the condition. */
export function choice(condition: unknown, yes: unknown, no: unknown): unknown {
  if (Token.isUnresolved(condition)) return conditional(condition, yes, no ?? ref("null"));
  return condition ? yes : no;
}
