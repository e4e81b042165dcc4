import type { Rule } from "./rule-kinds";

const dnsLabel = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";

export const awsRegion: Rule = {
  kind: "matches",
  pattern: "^[a-z]{2,4}(-[a-z]+)+-[1-9][0-9]?$",
  must: "must be an AWS region such as us-west-2",
};

export const clusterName: Rule = {
  kind: "matches",
  pattern: "^[A-Za-z0-9][A-Za-z0-9_-]*$",
  maxLength: 100,
  must: "must be a name that EKS accepts: 1 to 100 letters, digits, hyphens and underscores, the first a letter or digit",
};

export const namespace: Rule = {
  kind: "matches",
  pattern: `^${dnsLabel}$`,
  maxLength: 63,
  must: "must be a name that Kubernetes accepts for a namespace: 1 to 63 lower-case letters, digits and hyphens, beginning and ending with a letter or digit",
};

export const storageClassName: Rule = {
  kind: "matches",
  pattern: `^${dnsLabel}(\\.${dnsLabel})*$`,
  maxLength: 253,
  must: "must be a name that Kubernetes accepts for a StorageClass: 1 to 253 lower-case letters, digits, hyphens and dots, each part between dots beginning and ending with a letter or digit",
};

/** Subnets for mount targets, by position or by key. */
export const subnetIds: readonly Rule[] = [
  { kind: "notEmpty", must: "must hold at least one subnet id, one for each Availability Zone" },
  {
    kind: "eachMatches",
    pattern: "^subnet-[0-9a-z]+$",
    must: "must hold subnet ids such as subnet-0123456789abcdef0",
  },
  { kind: "distinct", must: "must hold each subnet id once" },
];

const securityGroupIdPattern = "^sg-[0-9a-z]+$";

export const securityGroupId: Rule = {
  kind: "matches",
  pattern: securityGroupIdPattern,
  must: "must be the id of a security group such as sg-0123456789abcdef0",
};

/** Security groups of mount targets. */
export const securityGroupIds: readonly Rule[] = [
  { kind: "notEmpty", must: "must hold at least one security group id" },
  {
    kind: "eachMatches",
    pattern: securityGroupIdPattern,
    must: "must hold ids of security groups such as sg-0123456789abcdef0",
  },
];

const kmsKeyArnPattern = "^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$";
const aKmsKeyArn = "arn:aws:kms:us-west-2:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";

export const kmsKeyArn: Rule = {
  kind: "matches",
  pattern: kmsKeyArnPattern,
  must: `must be the ARN of a KMS key such as ${aKmsKeyArn}, and no alias`,
};

export const kmsKeyArns: Rule = {
  kind: "eachMatches",
  pattern: kmsKeyArnPattern,
  must: `must hold ARNs of KMS keys such as ${aKmsKeyArn}, and no aliases`,
};

const efsArnPattern =
  "^arn:aws[a-z-]*:elasticfilesystem:[a-z0-9-]+:[0-9]{12}:file-system/fs-[0-9a-z]+$";
const anEfsArn =
  "arn:aws:elasticfilesystem:us-west-2:123456789012:file-system/fs-0123456789abcdef0";

export const efsFileSystemArn: Rule = {
  kind: "matches",
  pattern: efsArnPattern,
  must: `must be the ARN of an EFS file system such as ${anEfsArn}`,
};

export const efsFileSystemArns: Rule = {
  kind: "eachMatches",
  pattern: efsArnPattern,
  must: `must hold ARNs of EFS file systems such as ${anEfsArn}`,
};

/** A number of a version, which begins with no 0; and a part of a pre-release. */
const versionNumber = "(0|[1-9][0-9]*)";
const preRelease = "(0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)";

/**
 * One exact version of a chart, as Helm reads it: https://semver.org/spec/v2.0.0.html,
 * and the v that Helm accepts before it.
 */
export function exactVersion(example: string): Rule {
  return {
    kind: "matches",
    pattern: `^v?${versionNumber}(\\.${versionNumber}){2}(-${preRelease}(\\.${preRelease})*)?(\\+[0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)*)?$`,
    must: `must be one exact version such as ${example}, not a range and without parts left out`,
  };
}

/** A map of labels or annotations of Kubernetes, or of tags: what its keys look like. */
export const qualifiedKeys: Rule = {
  kind: "eachKeyMatches",
  pattern: `^(${dnsLabel}(\\.${dnsLabel})*/)?[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$`,
  must: "must have keys that Kubernetes accepts, such as team or example.com/team",
};

/** What the values of labels look like. */
export const labelValues: Rule = {
  kind: "eachMatches",
  pattern: "^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$",
  must: "must have values that Kubernetes accepts for labels: at most 63 letters, digits, dots, hyphens and underscores, the first and last a letter or digit",
};
