import type { Protocol } from "./binding-schema";

/** A provider whose schema is kept in this folder, and what of it. */
export interface Binding {
  /** The npm package that was generated from the provider. */
  readonly package: string;
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
 * The types that the tests' providers know, by the name of the file that holds their schemas.
 *
 * To add one, write its name here and run `npx tsx test/terraform/derive-schemas.ts`.
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
      "aws_iam_openid_connect_provider",
      "aws_iam_policy",
      "aws_iam_role",
      "aws_iam_role_policy",
      "aws_iam_role_policy_attachment",
      "aws_internet_gateway",
      "aws_launch_template",
      "aws_nat_gateway",
      "aws_route_table",
      "aws_route_table_association",
      "aws_s3_bucket",
      "aws_s3_bucket_public_access_block",
      "aws_s3_bucket_versioning",
      "aws_security_group",
      "aws_subnet",
      "aws_vpc",
      "aws_vpc_endpoint",
      "aws_vpc_security_group_egress_rule",
      "aws_vpc_security_group_ingress_rule",
    ],
    dataSources: [
      "aws_availability_zones",
      "aws_caller_identity",
      "aws_eks_cluster",
      "aws_eks_cluster_auth",
      "aws_iam_policy_document",
      "aws_partition",
      "aws_region",
      "aws_subnet",
      "aws_subnets",
    ],
    sensitive: ["data.aws_eks_cluster_auth.token"],
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
  /** The last 2.x release, which the package's version 11.0.0 was generated from. */
  "helm-v2": { ...helmRelease, protocol: 5, writeOnly: [] },
  /** 2.38.0, which the package's version 12.1.1 was generated from. */
  kubernetes: {
    package: "@cdktf/provider-kubernetes",
    protocol: 5,
    resources: ["kubernetes_annotations"],
    dataSources: [],
    sensitive: [],
    writeOnly: [],
  },
  /** 0.13.1, which the package's version 11.0.1 was generated from. */
  time: {
    package: "@cdktf/provider-time",
    protocol: 5,
    resources: ["time_sleep"],
    dataSources: [],
    sensitive: [],
    writeOnly: [],
  },
} as const satisfies Record<string, Binding>;
