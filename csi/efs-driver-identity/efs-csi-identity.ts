import type { ITerraformDependable, TerraformResource } from "cdktf";
import { Construct } from "constructs";
import type { DriverIdentityOptions } from "../driver-identity-options";
import { choice } from "../internal/choice";
import { CLUSTER_TAG, CONTROLLER_SERVICE_ACCOUNT, DRIVER_TAG } from "../internal/efs-driver-names";
import { hclComment } from "../internal/hcl-comment";
import { concatenated, givenOr, isEmpty } from "../internal/lists";
import { named } from "../internal/named";
import { nonNull } from "../internal/non-null-entries";
import {
  clusterOf,
  driverIdentityRules,
  type EksCluster,
  type PodIdentity,
  podIdentity,
} from "../internal/pod-identity";
import { checkProps, type Rules } from "../internal/rule-kinds";
import { efsFileSystemArns, namespace } from "../internal/shared-rules";

/**
 * Properties of the AWS permissions of the Amazon EFS CSI driver.
 */
export interface EfsCsiIdentityProps extends DriverIdentityOptions {
  /**
   * ARNs of the file systems that the driver may use.
   *
   * Empty means those that carry the tag `kubernetes.io/cluster/<name>` of the
   * cluster, as the file systems of this product do.
   *
   * @default []
   */
  readonly fileSystemArns?: string[];

  /**
   * Kubernetes namespace of the driver.
   *
   * @default "kube-system"
   */
  readonly namespace?: string;

  /**
   * Whether the driver may make and delete only access points that carry the
   * tag `efs.csi.aws.com/cluster-name` with the cluster's name.
   *
   * The ARN of an access point does not hold its file system, so otherwise the
   * driver may delete those of every driver in the account and region. First
   * give the driver the cluster's name, or no claim is served, and give the
   * access points from before the tag, or they cannot be deleted.
   *
   * @default false
   */
  readonly ownAccessPointsOnly?: boolean;
}

/**
 * The AWS permissions of the Amazon EFS CSI driver, by EKS Pod Identity: a role
 * for the service account of its controller, `efs-csi-controller-sa`. The
 * driver's node pods need none.
 *
 * With `roleNames` it is the policy alone, on roles of your own: for IRSA and
 * the nodes' roles.
 *
 * Pod Identity needs the add-on `eks-pod-identity-agent`, and a chart of 3.0.6 or later.
 *
 * Stands in the driver's `dependsOn`: what waits for it is made when the
 * permissions have taken effect.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/pod-identities.html
 */
export class EfsCsiIdentity extends Construct implements ITerraformDependable {
  /** @internal */
  public static readonly _rules: Rules<EfsCsiIdentityProps> = {
    ...driverIdentityRules,
    fileSystemArns: [efsFileSystemArns],
    namespace: [namespace],
    ownAccessPointsOnly: [],
  };

  /** The policy, as JSON. */
  public readonly policyJson: string;
  /** ID of the association by its service account, known when it has taken effect; none with roles of your own. */
  public readonly associations: { [serviceAccount: string]: string };
  private readonly identity: PodIdentity;

  /**
   * @throws an error if a prop breaks its rule.
   */
  constructor(scope: Construct, id: string, props: EfsCsiIdentityProps) {
    super(scope, id);
    const given = checkProps(this, props, EfsCsiIdentity._rules);
    const cluster = clusterOf(this, given.clusterArn);
    this.identity = podIdentity(this, {
      cluster,
      awsRegion: given.awsRegion,
      namespace: given.namespace ?? "kube-system",
      serviceAccountName: CONTROLLER_SERVICE_ACCOUNT,
      namePrefix: "efs-csi-",
      description: `Amazon EFS CSI driver of ${cluster.name}.`,
      policy: policy(this, cluster, given),
      permissionsBoundary: given.permissionsBoundaryArn,
      roleNames: given.roleNames,
      provider: given.awsProvider,
    });
    hclComment(
      this.identity.rolePolicy,
      "The ARN of an access point does not hold its file system. The tag tells those of drivers from all others.",
      "policy.Statement.3",
    );
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
 * What the controller calls: https://github.com/kubernetes-sigs/aws-efs-csi-driver/blob/v3.4.1/pkg/cloud/cloud.go.
 */
function policy(scope: Construct, cluster: EksCluster, props: EfsCsiIdentityProps): object {
  const { fileSystemArns = [], ownAccessPointsOnly = false } = props;
  const { partition, region, accountId } = cluster;
  const arn = named(
    scope,
    "arn_prefix",
    `arn:${partition}:elasticfilesystem:${region}:${accountId}`,
  );
  const fileSystems = named(scope, "file_systems", givenOr(fileSystemArns, `${arn}:file-system/*`));
  const accessPoints = `${arn}:access-point/*`;
  const both = concatenated(fileSystems, [accessPoints]);
  const account = { "aws:ResourceAccount": accountId };
  const tags = (key: "RequestTag" | "ResourceTag") => ({
    [`aws:${key}/${DRIVER_TAG}`]: "true",
    [`aws:${key}/${CLUSTER_TAG}`]: choice(ownAccessPointsOnly, cluster.name, null),
  });
  return {
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "Describe",
        Effect: "Allow",
        Action: [
          "elasticfilesystem:DescribeAccessPoints",
          "elasticfilesystem:DescribeFileSystems",
          "elasticfilesystem:DescribeMountTargets",
        ],
        Resource: both,
        Condition: { StringEquals: account },
      },
      {
        Sid: "CreateAccessPoints",
        Effect: "Allow",
        Action: "elasticfilesystem:CreateAccessPoint",
        Resource: fileSystems,
        Condition: {
          StringEquals: nonNull({
            ...account,
            ...tags("RequestTag"),
            [`aws:ResourceTag/kubernetes.io/cluster/${cluster.name}`]: choice(
              isEmpty(fileSystemArns),
              ["owned", "shared"],
              null,
            ),
          }),
        },
      },
      {
        Sid: "TagNewAccessPoints",
        Effect: "Allow",
        Action: "elasticfilesystem:TagResource",
        Resource: both,
        Condition: {
          StringEquals: nonNull({
            ...account,
            ...tags("RequestTag"),
            "elasticfilesystem:CreateAction": "CreateAccessPoint",
          }),
          "ForAllValues:StringEquals": {
            "aws:TagKeys": [DRIVER_TAG, CLUSTER_TAG],
          },
        },
      },
      {
        Sid: "DeleteAccessPoints",
        Effect: "Allow",
        Action: "elasticfilesystem:DeleteAccessPoint",
        Resource: accessPoints,
        Condition: { StringEquals: nonNull({ ...account, ...tags("ResourceTag") }) },
      },
    ],
  };
}
