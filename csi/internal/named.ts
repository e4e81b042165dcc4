import { TerraformLocal, Token } from "cdktf";
import type { Construct } from "constructs";

/** A string or a list under a name among the locals, where only Terraform knows it; itself where it is known. */
export function named<Value extends string | string[]>(
  scope: Construct,
  name: string,
  value: Value,
): Value {
  if (!Token.isUnresolved(value)) return value;
  const local = new TerraformLocal(scope, name, value);
  return (typeof value === "string" ? local.asString : local.asList) as Value;
}
