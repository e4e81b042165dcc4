import { type ITerraformDependable, TerraformStack } from "cdktf";
import { Construct } from "constructs";

/**
 * What a resource waits for. Terraform orders the resources of one stack;
 * `cdktf deploy` orders the stacks, so what stands in another stack becomes a
 * dependency of this one on it.
 */
export function dependenciesOf(
  scope: Construct,
  dependables: readonly ITerraformDependable[],
): ITerraformDependable[] {
  const stack = TerraformStack.of(scope);
  return dependables.filter((dependable) => {
    const other = Construct.isConstruct(dependable) ? TerraformStack.of(dependable) : stack;
    if (other !== stack) stack.addDependency(other);
    return other === stack;
  });
}
