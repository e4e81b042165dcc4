import type { Protocol } from "./binding-schema";

/** What the tests' providers know of a provider, and the npm package that tells it. */
export interface Binding {
  /** The npm package that was generated from the provider. */
  readonly package: string;
  /** Its version where package.json pins none: the schemas derived from it lie in this folder. */
  readonly version?: string;
  /** Whether its types come on top of those of another package of the same provider. */
  readonly isAddition?: true;
  readonly protocol: Protocol;
  readonly resources: readonly string[];
  readonly dataSources: readonly string[];
  /** What the package does not say, by dotted path; a data source's begins with `data.`. */
  readonly sensitive: readonly string[];
  /** Likewise. */
  readonly writeOnly: readonly string[];
}

const helmRelease = {
  package: "@cdktf/provider-helm",
  resources: ["helm_release"],
  dataSources: [],
  sensitive: ["helm_release.repository_password", "helm_release.set_sensitive.value"],
} as const;

/**
 * The types that the tests' providers know.
 *
 * To add one, write its name here. Where the package has a version here, run
 * `npx tsx test/terraform/derive-schemas.ts`, which writes the file of the entry's name.
 */
export const bindings = {
  aws: {
    package: "@cdktf/provider-aws",
    protocol: 5,
    resources: [
      "aws_efs_access_point",
      "aws_efs_backup_policy",
      "aws_efs_file_system",
      "aws_efs_file_system_policy",
      "aws_efs_mount_target",
      "aws_eip",
      "aws_eks_addon",
      "aws_eks_cluster",
      "aws_eks_node_group",
      "aws_eks_pod_identity_association",
      "aws_iam_role",
      "aws_iam_role_policy",
      "aws_iam_role_policy_attachment",
      "aws_internet_gateway",
      "aws_launch_template",
      "aws_nat_gateway",
      "aws_route_table",
      "aws_route_table_association",
      "aws_s3_bucket",
      "aws_s3_bucket_lifecycle_configuration",
      "aws_s3_bucket_policy",
      "aws_s3_bucket_public_access_block",
      "aws_s3_bucket_versioning",
      "aws_security_group",
      "aws_subnet",
      "aws_vpc",
      "aws_vpc_endpoint",
      "aws_vpc_security_group_ingress_rule",
    ],
    dataSources: [
      "aws_availability_zones",
      "aws_caller_identity",
      "aws_ecr_authorization_token",
      "aws_eks_cluster",
      "aws_iam_openid_connect_provider",
      "aws_partition",
      "aws_subnet",
    ],
    sensitive: [
      "data.aws_ecr_authorization_token.authorization_token",
      "data.aws_ecr_authorization_token.password",
    ],
    writeOnly: [],
  },
  helm: {
    ...helmRelease,
    protocol: 6,
    writeOnly: [
      "helm_release.set_wo",
      "helm_release.set_wo.name",
      "helm_release.set_wo.type",
      "helm_release.set_wo.value",
    ],
  },
  /** Of the last 2.x release. */
  "helm-v2": { ...helmRelease, version: "11.0.0", protocol: 5, writeOnly: [] },
  /** Of 6.66.0: the pinned package is older than S3 Files. */
  "s3-files": {
    package: "@cdktn/provider-aws",
    version: "25.7.0",
    isAddition: true,
    protocol: 5,
    resources: [
      "aws_s3files_file_system",
      "aws_s3files_file_system_policy",
      "aws_s3files_mount_target",
      "aws_s3files_synchronization_configuration",
    ],
    dataSources: [],
    sensitive: [],
    writeOnly: [],
  },
  /** Of 0.13.1. */
  time: {
    package: "@cdktf/provider-time",
    version: "11.0.1",
    protocol: 5,
    resources: ["time_sleep"],
    dataSources: [],
    sensitive: [],
    writeOnly: [],
  },
} as const satisfies Record<string, Binding>;
