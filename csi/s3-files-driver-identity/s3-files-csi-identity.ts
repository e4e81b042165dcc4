import type { ITerraformDependable, TerraformProvider, TerraformResource } from "cdktf";
import { Construct } from "constructs";
import {
  CONTROLLER_SERVICE_ACCOUNT,
  DRIVER_TAG,
  NODE_SERVICE_ACCOUNT,
} from "../internal/efs-driver-names";
import { hclComment } from "../internal/hcl-comment";
import { concatenated, mapped } from "../internal/lists";
import { clusterArn, clusterOf, effectOf, serviceAccountRole } from "../internal/pod-identity";
import { checkProps, type Rules, required } from "../internal/rule-kinds";
import { awsRegion, namespace } from "../internal/shared-rules";
import { S3FilesFileSystem } from "../s3-files-file-system/s3-files-file-system";

/**
 * Properties of the AWS permissions of the Amazon EFS CSI driver for S3 Files.
 */
export interface S3FilesCsiIdentityProps {
  /**
   * AWS region of the cluster.
   */
  readonly awsRegion: string;

  /**
   * ARN of the EKS cluster.
   *
   * It tells the account and the partition, too.
   */
  readonly clusterArn: string;

  /**
   * ARNs of the file systems that the driver may use.
   */
  readonly fileSystemArns: string[];

  /**
   * ARNs of the buckets of these file systems that nodes may read directly.
   *
   * Large reads then come from S3 itself, as fast as it gives them, and
   * whoever gets hold of a node reads the whole bucket, past all access points.
   * Empty means that every byte goes through the file system.
   *
   * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-files-performance.html
   * @default []
   */
  readonly bucketArns?: string[];

  /**
   * ARNs of the KMS keys that encrypt the objects of these buckets.
   *
   * @default []
   */
  readonly bucketKmsKeyArns?: string[];

  /**
   * Kubernetes namespace of the driver.
   *
   * @default "kube-system"
   */
  readonly namespace?: string;

  /**
   * AWS provider of the cluster's account.
   *
   * @default - the stack's default AWS provider
   */
  readonly awsProvider?: TerraformProvider;
}

/**
 * The AWS permissions of the Amazon EFS CSI driver for S3 Files, by EKS Pod
 * Identity: a role for the service account of its controller, which makes and
 * deletes access points, and one for that of its node pods, which mount.
 *
 * A service account has one association. Where the driver serves EFS file
 * systems too, give their permissions to the controller's role here.
 *
 * The cluster needs the add-on `eks-pod-identity-agent`. Stands in the driver's
 * `dependsOn`: what waits for it is made when the permissions have taken effect.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/s3files-csi.html
 */
export class S3FilesCsiIdentity extends Construct implements ITerraformDependable {
  /** @internal */
  public static readonly _rules: Rules<S3FilesCsiIdentityProps> = {
    awsRegion: [required, awsRegion],
    clusterArn: [required, clusterArn],
    fileSystemArns: [
      required,
      { kind: "notEmpty", must: "must hold at least one ARN of a file system" },
      {
        kind: "eachMatches",
        pattern: "^arn:aws[a-z-]*:s3files:[a-z0-9-]+:[0-9]{12}:file-system/fs-[0-9a-z]+$",
        must: "must hold ARNs of S3 Files file systems such as arn:aws:s3files:us-west-2:123456789012:file-system/fs-0123456789abcdef0",
      },
    ],
    bucketArns: [
      {
        kind: "eachMatches",
        pattern: "^arn:aws[a-z-]*:s3:::[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$",
        must: "must hold ARNs of buckets such as arn:aws:s3:::my-bucket",
      },
    ],
    bucketKmsKeyArns: S3FilesFileSystem._optionRules.bucketKmsKeyArns,
    namespace: [namespace],
    awsProvider: [],
  };

  /** Name of the controller's role, for further policies. */
  public readonly controllerRoleName: string;
  /** Name of the node pods' role, for further policies. */
  public readonly nodeRoleName: string;
  /** The policy of the controller's role, as JSON: for whoever attaches it elsewhere. */
  public readonly controllerPolicyJson: string;
  /** The policy of the node pods' role, as JSON: for whoever attaches it elsewhere. */
  public readonly nodePolicyJson: string;
  /** IDs of the associations by their service accounts, known when they have taken effect. */
  public readonly associations: { [serviceAccount: string]: string };
  /** The controller's role, for overrides. */
  public readonly controllerRole: TerraformResource;
  /** The node pods' role, for overrides. */
  public readonly nodeRole: TerraformResource;
  /** Address of what waits until the associations have taken effect. */
  public readonly fqn: string;

  /**
   * @throws an error if a prop breaks its rule.
   */
  constructor(scope: Construct, id: string, props: S3FilesCsiIdentityProps) {
    super(scope, id);
    const given = checkProps(this, props, S3FilesCsiIdentity._rules);
    const cluster = clusterOf(this, given.clusterArn);
    const common = {
      cluster,
      awsRegion: given.awsRegion,
      namespace: given.namespace ?? "kube-system",
      provider: given.awsProvider,
    };
    const controller = serviceAccountRole(this, {
      ...common,
      part: "controller",
      serviceAccountName: CONTROLLER_SERVICE_ACCOUNT,
      namePrefix: "s3-files-controller-",
      description: `Controller of the EFS CSI driver of ${cluster.name}, for S3 Files.`,
      policy: controllerPolicy(given),
    });
    const node = serviceAccountRole(this, {
      ...common,
      part: "node",
      serviceAccountName: NODE_SERVICE_ACCOUNT,
      namePrefix: "s3-files-node-",
      description: `Node pods of the EFS CSI driver of ${cluster.name}, for S3 Files.`,
      policy: nodePolicy(given, cluster.accountId),
    });
    hclComment(
      node.rolePolicy,
      "AWS's page on the driver does not ask for this. Who measured found no mount without it.",
      "policy.Statement.1",
    );
    const effective = effectOf(this, {
      [CONTROLLER_SERVICE_ACCOUNT]: controller,
      [NODE_SERVICE_ACCOUNT]: node,
    });
    this.controllerRole = controller.role;
    this.controllerRoleName = controller.role.name;
    this.controllerPolicyJson = controller.rolePolicy.policy;
    this.nodeRole = node.role;
    this.nodeRoleName = node.role.name;
    this.nodePolicyJson = node.rolePolicy.policy;
    this.associations = effective.triggers;
    this.fqn = effective.fqn;
  }
}

/**
 * What the controller calls: https://github.com/kubernetes-sigs/aws-efs-csi-driver/blob/v3.4.1/docs/metrics.md,
 * on no other file systems than these: https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonS3FilesCSIDriverPolicy.html.
 */
function controllerPolicy({ fileSystemArns }: S3FilesCsiIdentityProps): object {
  const accessPoints = mapped(fileSystemArns, (arn) => `${arn}/access-point/*`);
  return {
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "List",
        Effect: "Allow",
        Action: ["s3files:ListAccessPoints", "s3files:ListFileSystems"],
        Resource: "*",
      },
      {
        Sid: "CreateAccessPoints",
        Effect: "Allow",
        Action: "s3files:CreateAccessPoint",
        Resource: fileSystemArns,
        Condition: { StringEquals: { [`aws:RequestTag/${DRIVER_TAG}`]: "true" } },
      },
      {
        Sid: "TagNewAccessPoints",
        Effect: "Allow",
        Action: "s3files:TagResource",
        Resource: concatenated(fileSystemArns, accessPoints),
        Condition: {
          StringEquals: {
            [`aws:RequestTag/${DRIVER_TAG}`]: "true",
            "s3files:CreateAction": "CreateAccessPoint",
          },
          "ForAllValues:StringEquals": { "aws:TagKeys": DRIVER_TAG },
        },
      },
      {
        Sid: "DeleteAccessPoints",
        Effect: "Allow",
        Action: "s3files:DeleteAccessPoint",
        Resource: accessPoints,
        Condition: { StringEquals: { [`aws:ResourceTag/${DRIVER_TAG}`]: "true" } },
      },
    ],
  };
}

/**
 * What a mount needs.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-files-prereq-policies.html#s3-files-prereq-iam-compute-role
 */
function nodePolicy(props: S3FilesCsiIdentityProps, accountId: string): object {
  const { fileSystemArns, bucketArns = [], bucketKmsKeyArns = [] } = props;
  const ofAccount = { StringEquals: { "aws:ResourceAccount": accountId } };
  return {
    Version: "2012-10-17",
    Statement: concatenated<object>(
      [
        {
          Sid: "Mount",
          Effect: "Allow",
          Action: ["s3files:ClientMount", "s3files:ClientWrite"],
          Resource: fileSystemArns,
          Condition: {
            StringLike: {
              "s3files:AccessPointArn": mapped(fileSystemArns, (arn) => `${arn}/access-point/*`),
            },
          },
        },
        {
          Sid: "Describe",
          Effect: "Allow",
          Action: "s3files:GetFileSystem",
          Resource: fileSystemArns,
        },
      ],
      mapped<object>(bucketArns, (arn) => ({
        Effect: "Allow",
        Action: "s3:ListBucket",
        Resource: arn,
        Condition: ofAccount,
      })),
      mapped<object>(bucketArns, (arn) => ({
        Effect: "Allow",
        Action: ["s3:GetObject", "s3:GetObjectVersion"],
        Resource: `${arn}/*`,
        Condition: ofAccount,
      })),
      mapped<object>(bucketKmsKeyArns, (arn) => ({
        Effect: "Allow",
        Action: "kms:Decrypt",
        Resource: arn,
      })),
    ),
  };
}
