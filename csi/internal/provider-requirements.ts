/**
 * The Terraform providers that the constructs use: where each comes from, and
 * the versions that accept what the constructs write.
 */
export const providerRequirements: Readonly<
  Record<string, { readonly source: string; readonly version: string }>
> = {
  // 6.0 is the first with `region` on every resource.
  aws: { source: "hashicorp/aws", version: ">= 6.0.0, < 7.0.0" },
  // Versions 2 and 3 differ in blocks that the constructs leave alone.
  helm: { source: "hashicorp/helm", version: ">= 2.17.0, < 4.0.0" },
};
