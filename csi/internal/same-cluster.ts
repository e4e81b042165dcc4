import type { TerraformProvider } from "cdktf";

/**
 * Whether two Helm providers reach the same cluster, as far as a program can
 * know: they are one. One that is not given is the stack's default.
 */
export function sameCluster(
  one: TerraformProvider | undefined,
  other: TerraformProvider | undefined,
): boolean {
  return addressOf(one) === addressOf(other);
}

function addressOf(provider: TerraformProvider | undefined): string {
  return provider?.fqn ?? "helm";
}
