import { TerraformDataSource, TerraformResource, type TerraformStack } from "cdktf";

/** A Terraform provider: where it comes from, and which versions of it. */
export interface ProviderRequirement {
  readonly source: string;
  readonly version: string;
}

/** The versions of the aws provider with S3 Files: https://github.com/hashicorp/terraform-provider-aws/releases/tag/v6.40.0 */
const S3_FILES_VERSION = ">= 6.40.0, < 7.0.0";

/** The providers that the constructs use, and the versions that accept what they write. */
const requirements: Readonly<Record<string, ProviderRequirement>> = {
  // 6.0 is the first with `region` on every resource.
  aws: { source: "hashicorp/aws", version: ">= 6.0.0, < 7.0.0" },
  // Versions 2 and 3 differ in blocks that the constructs leave alone.
  helm: { source: "hashicorp/helm", version: ">= 2.17.0, < 4.0.0" },
  time: { source: "hashicorp/time", version: ">= 0.13.0, < 1.0.0" },
};

/** Names of all providers that the constructs use. */
export const providerNames: readonly string[] = Object.keys(requirements);

/** What a stack requires of the providers that it uses, by their names. */
export function providerRequirements(
  stack: TerraformStack,
): Readonly<Record<string, ProviderRequirement>> {
  const elements = stack.node
    .findAll()
    .filter(
      (element) =>
        TerraformResource.isTerraformResource(element) ||
        TerraformDataSource.isTerraformDataSource(element),
    );
  const used = providerNames.filter((name) =>
    elements.some((element) => element.terraformGeneratorMetadata?.providerName === name),
  );
  const hasS3Files = elements.some(({ terraformResourceType }) =>
    terraformResourceType.startsWith("aws_s3files_"),
  );
  return Object.fromEntries(
    used.map((name) => {
      const requirement = requirements[name];
      const isRaised = name === "aws" && hasS3Files;
      return [name, isRaised ? { ...requirement, version: S3_FILES_VERSION } : requirement];
    }),
  );
}
