import { TerraformLocal, Token } from "cdktf";
import type { Construct } from "constructs";

/** A string or a list under a name among the locals, where only Terraform knows it; itself where it is known. */
export function named<Value extends string | string[]>(
  scope: Construct,
  name: string,
  value: Value,
): Value {
  if (!Token.isUnresolved(value)) return value;
  // As text also where it is a list, as cdktf's own functions of lists give theirs.
  return new TerraformLocal(scope, name, value).asString as Value;
}
