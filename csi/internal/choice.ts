import { conditional, Token } from "cdktf";
import { argument } from "./argument";

/** One of two values by a condition, which Terraform chooses where only Terraform knows the condition. */
export function choice<Value>(condition: unknown, yes: Value, no: Value): Value {
  if (!Token.isUnresolved(condition)) return condition ? yes : no;
  return Token.asString(
    conditional(condition, argument(yes ?? null), argument(no ?? null)),
  ) as Value;
}
