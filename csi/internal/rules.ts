import { Token } from "cdktf";
import type { Construct, IConstruct } from "constructs";

/**
 * One rule of an input, as data: the generator writes it as an HCL `validation`,
 * `checkProps` applies it in code.
 *
 * Patterns stay in what RE2 (Terraform) and JavaScript have in common.
 */
export type Rule = {
  /** What the input must be, in words that follow the input's name. */
  readonly must: string;
} & (
  | { readonly kind: "matches"; readonly pattern: string; readonly maxLength?: number }
  | { readonly kind: "oneOf"; readonly values: readonly string[] }
  | { readonly kind: "integerBetween"; readonly min: number; readonly max: number }
  | { readonly kind: "notEmpty" }
  | { readonly kind: "eachMatches"; readonly pattern: string }
  | { readonly kind: "distinct" }
);

const dnsLabel = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";

/** A number of a version, which begins with no 0; and a part of a pre-release. */
const versionNumber = "(0|[1-9][0-9]*)";
const preRelease = "(0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)";

/**
 * The rules of each input, by the prop's name.
 */
export const rules: Readonly<Record<string, readonly Rule[]>> = {
  awsRegion: [
    {
      kind: "matches",
      pattern: "^[a-z]{2,4}(-[a-z]+)+-[1-9][0-9]?$",
      must: "must be an AWS region such as us-west-2",
    },
  ],
  bucketName: [
    {
      kind: "matches",
      // Capitals, underscores and 255 characters: legacy buckets of us-east-1.
      // https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
      pattern:
        "^([A-Za-z0-9][A-Za-z0-9._-]+[A-Za-z0-9]|arn:[a-z-]+:s3[a-z-]*:[a-z0-9-]*:[0-9]{12}:(accesspoint|outpost)[/:][A-Za-z0-9._/:-]+)$",
      maxLength: 255,
      must: "must be the name of a bucket (3 to 255 letters, digits, dots, hyphens and underscores) or the ARN of an access point; write my-bucket, without s3:// before it and without a prefix after it",
    },
  ],
  clusterName: [
    {
      kind: "matches",
      pattern: "^[A-Za-z0-9][A-Za-z0-9_-]*$",
      maxLength: 100,
      must: "must be a name that EKS accepts: 1 to 100 letters, digits, hyphens and underscores, the first a letter or digit",
    },
  ],
  helmChartVersion: [
    {
      kind: "matches",
      // https://semver.org/spec/v2.0.0.html, and the v that Helm accepts before it.
      pattern: `^v?${versionNumber}(\\.${versionNumber}){2}(-${preRelease}(\\.${preRelease})*)?(\\+[0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)*)?$`,
      must: "must be one exact version such as 3.1.4, not a range and without parts left out",
    },
  ],
  mountOptions: [
    {
      kind: "eachMatches",
      // One option an item: the driver splits an item at its first space or "=".
      // https://github.com/awslabs/mountpoint-s3-csi-driver/blob/v2.7.0/pkg/mountpoint/args.go
      // What would begin a template of Terraform is left out: cdktf does not escape it.
      pattern: '^(--)?[a-z][a-z0-9-]*([ =][^\\s"\\\\{]+)?$',
      must: "must hold one Mountpoint option an item, such as read-only or prefix logs/",
    },
  ],
  namespace: [
    {
      kind: "matches",
      pattern: `^${dnsLabel}$`,
      maxLength: 63,
      must: "must be a name that Kubernetes accepts for a namespace: 1 to 63 lower-case letters, digits and hyphens, beginning and ending with a letter or digit",
    },
  ],
  securityGroupId: [
    {
      kind: "matches",
      pattern: "^sg-[0-9a-z]+$",
      must: "must be the id of a security group such as sg-0123456789abcdef0",
    },
  ],
  storageClassName: [
    {
      kind: "matches",
      pattern: `^${dnsLabel}(\\.${dnsLabel})*$`,
      maxLength: 253,
      must: "must be a name that Kubernetes accepts for a StorageClass: 1 to 253 lower-case letters, digits, hyphens and dots, each part between dots beginning and ending with a letter or digit",
    },
  ],
  subnetIds: [
    { kind: "notEmpty", must: "must hold at least one subnet id, one for each Availability Zone" },
    {
      kind: "eachMatches",
      pattern: "^subnet-[0-9a-z]+$",
      must: "must hold subnet ids such as subnet-0123456789abcdef0",
    },
    { kind: "distinct", must: "must hold each subnet id once" },
  ],
  throughputMode: [
    {
      kind: "oneOf",
      values: ["bursting", "elastic"],
      must: "must be bursting or elastic",
    },
  ],
  volumeCount: [
    { kind: "integerBetween", min: 1, max: 1000, must: "must be a whole number from 1 to 1000" },
  ],
};

/**
 * Checks the props of a construct against their rules. Tokens, whose values
 * Terraform learns later, are passed over.
 *
 * @throws an error that names the construct, the prop, the value got and what is allowed.
 */
export function checkProps<Props extends object>(
  construct: Construct,
  props: Props,
  required: readonly (keyof Props & string)[],
): void {
  for (const name of required) {
    if (props[name] === undefined || props[name] === null) {
      refuse(construct, name, "is required", props[name]);
    }
  }
  for (const [name, value] of Object.entries(props)) {
    for (const rule of rules[name] ?? []) {
      const offending = breaks(rule, value);
      if (offending !== undefined) {
        refuse(construct, name, rule.must, offending);
      }
    }
  }
}

/** The part of a value that breaks a rule; undefined where the rule holds. */
function breaks(rule: Rule, value: unknown): unknown {
  if (value === undefined || value === null || Token.isUnresolved(value)) {
    return undefined;
  }
  switch (rule.kind) {
    case "matches":
      return matches(rule.pattern, value) && String(value).length <= (rule.maxLength ?? Infinity)
        ? undefined
        : value;
    case "oneOf":
      return rule.values.includes(value as string) ? undefined : value;
    case "integerBetween": {
      const number = value as number;
      return Number.isInteger(number) && number >= rule.min && number <= rule.max
        ? undefined
        : value;
    }
    case "notEmpty":
      return Array.isArray(value) && value.length > 0 ? undefined : value;
    case "eachMatches": {
      const offending = known(value).filter((item) => !matches(rule.pattern, item));
      return offending.length > 0 ? offending : undefined;
    }
    case "distinct":
      return new Set(known(value)).size === known(value).length ? undefined : value;
  }
}

function matches(pattern: string, value: unknown): boolean {
  return typeof value === "string" && new RegExp(pattern).test(value);
}

/** The items of a list whose values are known while the program runs. */
function known(list: unknown): unknown[] {
  return Array.isArray(list) ? list.filter((item) => !Token.isUnresolved(item)) : [list];
}

function refuse(construct: IConstruct, name: string, must: string, got: unknown): never {
  throw new Error(
    `${construct.node.path}: \`${name}\` ${must}, got ${JSON.stringify(got) ?? "undefined"}.`,
  );
}
