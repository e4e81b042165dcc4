import type { ITerraformDependable, TerraformResource } from "cdktf";
import { Construct } from "constructs";
import type { DriverIdentityOptions } from "../driver-identity-options";
import { choice } from "../internal/choice";
import { concatenated, givenOr, mapped } from "../internal/lists";
import { named } from "../internal/named";
import { nonNull } from "../internal/non-null-entries";
import {
  clusterOf,
  driverIdentityRules,
  type EksCluster,
  type PodIdentity,
  podIdentity,
} from "../internal/pod-identity";
import { checkProps, type Rules, required } from "../internal/rule-kinds";
import { kmsKeyArns, namespace } from "../internal/shared-rules";

/**
 * Properties of the AWS permissions of the Mountpoint for Amazon S3 CSI driver.
 */
export interface S3MountpointCsiIdentityProps extends DriverIdentityOptions {
  /**
   * ARNs of the buckets that the driver may use.
   *
   * General purpose buckets, directory buckets and access points. With an
   * access point give its bucket, too.
   *
   * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html
   */
  readonly bucketArns: string[];

  /**
   * ARNs of the KMS keys that the buckets are encrypted with.
   *
   * Each key's own policy must allow the account, or the role. Buckets that
   * are encrypted by S3 itself need none.
   *
   * @default []
   */
  readonly kmsKeyArns?: string[];

  /**
   * IDs of the AWS accounts that own the buckets.
   *
   * Empty means the cluster's own. The ARN of a bucket does not hold its
   * account: a bucket that somebody else made under the name is refused.
   *
   * @default []
   */
  readonly bucketAccountIds?: string[];

  /**
   * Whether the buckets may only be read.
   *
   * For StorageClasses whose volumes are read-only, too: a write fails.
   *
   * @default false
   */
  readonly readOnly?: boolean;

  /**
   * Kubernetes namespace of the service account.
   *
   * @default "kube-system"
   */
  readonly namespace?: string;

  /**
   * Name of the service account: the driver's, or that of pods whose volumes
   * have `authenticationSource: pod`.
   *
   * @default "s3-csi-driver-sa"
   */
  readonly serviceAccountName?: string;
}

/**
 * The AWS permissions of the Mountpoint for Amazon S3 CSI driver, by EKS Pod
 * Identity: a role for its service account.
 *
 * With `roleNames` it is the policy alone, on roles of your own: for IRSA and
 * the nodes' roles.
 *
 * Pod Identity needs the add-on `eks-pod-identity-agent`.
 *
 * Stands in the driver's `dependsOn`: what waits for it is made when the
 * permissions have taken effect.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/pod-identities.html
 */
export class S3MountpointCsiIdentity extends Construct implements ITerraformDependable {
  /** @internal */
  public static readonly _rules: Rules<S3MountpointCsiIdentityProps> = {
    ...driverIdentityRules,
    bucketArns: [
      required,
      { kind: "notEmpty", must: "must hold at least one ARN" },
      {
        kind: "eachMatches",
        pattern:
          "^arn:aws[a-z-]*:(s3:::[A-Za-z0-9][A-Za-z0-9._-]+|s3:[a-z0-9-]*:[0-9]{12}:accesspoint/[a-z0-9.-]+|s3express:[a-z0-9-]+:[0-9]{12}:(bucket|accesspoint)/[a-z0-9.-]+)$",
        must: "must hold ARNs of buckets, directory buckets or access points, such as arn:aws:s3:::my-bucket, without a prefix after them",
      },
    ],
    kmsKeyArns: [kmsKeyArns],
    bucketAccountIds: [
      {
        kind: "eachMatches",
        pattern: "^[0-9]{12}$",
        must: "must hold IDs of AWS accounts such as 123456789012",
      },
    ],
    readOnly: [],
    namespace: [namespace],
    serviceAccountName: [
      {
        kind: "matches",
        pattern: "^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$",
        maxLength: 253,
        must: "must be a name that Kubernetes accepts for a service account: 1 to 253 lower-case letters, digits, hyphens and dots, beginning and ending with a letter or digit",
      },
    ],
  };

  /** The policy, as JSON. */
  public readonly policyJson: string;
  /** ID of the association by its service account, known when it has taken effect; none with roles of your own. */
  public readonly associations: { [serviceAccount: string]: string };
  private readonly identity: PodIdentity;

  /**
   * @throws an error if a prop breaks its rule.
   */
  constructor(scope: Construct, id: string, props: S3MountpointCsiIdentityProps) {
    super(scope, id);
    const given = checkProps(this, props, S3MountpointCsiIdentity._rules);
    const cluster = clusterOf(this, given.clusterArn);
    this.identity = podIdentity(this, {
      cluster,
      awsRegion: given.awsRegion,
      namespace: given.namespace ?? "kube-system",
      serviceAccountName: given.serviceAccountName ?? "s3-csi-driver-sa",
      namePrefix: "s3-csi-",
      description: `Mountpoint for Amazon S3 in ${cluster.name}.`,
      policy: policy(this, cluster, given),
      permissionsBoundary: given.permissionsBoundaryArn,
      roleNames: given.roleNames,
      provider: given.awsProvider,
    });
    this.policyJson = this.identity.policyJson;
    this.associations = this.identity.associations;
  }

  /**
   * ARN of the new role; none with roles of your own.
   *
   * @throws an error where roles of your own get the policy.
   */
  public get roleArn(): string {
    return this.identity.roleArn;
  }

  /**
   * The new role, for overrides.
   *
   * @throws an error where roles of your own get the policy.
   */
  public get role(): TerraformResource {
    return this.identity.role;
  }

  /** Address of what waits until the permissions have taken effect. */
  public get fqn(): string {
    return this.identity.fqn;
  }
}

/**
 * What Mountpoint calls: https://github.com/awslabs/mountpoint-s3/blob/main/doc/CONFIGURATION.md#iam-permissions.
 * An action takes effect on the ARNs of its own service alone: those of `s3`
 * not on a directory bucket, a session's on nothing else.
 */
function policy(
  scope: Construct,
  cluster: EksCluster,
  props: S3MountpointCsiIdentityProps,
): object {
  const { bucketArns, kmsKeyArns = [], bucketAccountIds = [], readOnly = false } = props;
  const accounts = named(scope, "account_ids", givenOr(bucketAccountIds, cluster.accountId));
  const account = { "aws:ResourceAccount": accounts };
  const Condition = { StringEquals: account };
  return {
    Version: "2012-10-17",
    Statement: concatenated<object>(
      [
        {
          Sid: "ListObjects",
          Effect: "Allow",
          Action: "s3:ListBucket",
          Resource: bucketArns,
          Condition,
        },
        {
          Sid: "UseObjects",
          Effect: "Allow",
          Action: choice(
            readOnly,
            ["s3:GetObject"],
            ["s3:AbortMultipartUpload", "s3:DeleteObject", "s3:GetObject", "s3:PutObject"],
          ),
          Resource: mapped(bucketArns, (arn) => `${arn}/*`),
          Condition,
        },
        {
          Sid: "UseDirectoryBuckets",
          Effect: "Allow",
          Action: "s3express:CreateSession",
          Resource: bucketArns,
          Condition: {
            StringEquals: nonNull({
              ...account,
              "s3express:SessionMode": choice(readOnly, "ReadOnly", null),
            }),
          },
        },
      ],
      mapped<object>(kmsKeyArns, (arn) => ({
        Effect: "Allow",
        Action: ["kms:Decrypt", "kms:GenerateDataKey"],
        Resource: arn,
      })),
    ),
  };
}
