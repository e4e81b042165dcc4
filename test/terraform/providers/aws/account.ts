import { type Context, ProviderError, type Surroundings } from "../provider";
import type { ObjectValue, Value } from "../value";

/** The account that everything belongs to; AWS's own example. */
export const accountId = "123456789012";

/**
 * Refuses a configuration without a region, as the real provider does.
 *
 * @see https://registry.terraform.io/providers/hashicorp/aws/6.25.0/docs#region
 */
export function checkRegion(configuration: ObjectValue, { env }: Surroundings): void {
  if (configuration.region !== null || env.AWS_REGION || env.AWS_DEFAULT_REGION) return;
  throw new ProviderError("invalid AWS Region: ", "");
}

/** The region that a provider is configured for; unknown while its configuration is. */
export function configuredRegion({ configuration, env }: Context): Value {
  return configuration.region ?? env.AWS_REGION ?? env.AWS_DEFAULT_REGION ?? null;
}

/** A partition of AWS: a family of regions with names of its own. */
export interface Partition {
  readonly partition: string;
  readonly dnsSuffix: string;
}

const partitions: readonly (Partition & { readonly regions: RegExp })[] = [
  { regions: /^cn-/, partition: "aws-cn", dnsSuffix: "amazonaws.com.cn" },
  { regions: /^us-gov-/, partition: "aws-us-gov", dnsSuffix: "amazonaws.com" },
  { regions: /^us-iso-/, partition: "aws-iso", dnsSuffix: "c2s.ic.gov" },
  { regions: /^us-isob-/, partition: "aws-iso-b", dnsSuffix: "sc2s.sgov.gov" },
  { regions: /^eusc-/, partition: "aws-eusc", dnsSuffix: "amazonaws.eu" },
  { regions: /^/, partition: "aws", dnsSuffix: "amazonaws.com" },
];

/** @see https://github.com/aws/aws-sdk-go-v2/blob/main/internal/endpoints/awsrulesfn/partitions.json */
export function partitionOf(region: string): Partition {
  const found = partitions.find(({ regions }) => regions.test(region));
  if (!found) throw new Error(`no partition for "${region}"`);
  return found;
}

/** Writes an ARN; `region` is left empty for a global service. */
export function arn(service: string, region: string, resource: string, within = region): string {
  const account = service === "s3" ? "" : accountId;
  return `arn:${partitionOf(within).partition}:${service}:${region}:${account}:${resource}`;
}
