import {
  Fn,
  propertyAccess,
  TerraformCount,
  type TerraformProvider,
  type TerraformResource,
  Token,
} from "cdktf";
import { Construct } from "constructs";
import { hclComment } from "../internal/hcl-comment";
import {
  EfsBackupPolicy,
  EfsFileSystemPolicy,
  EfsFileSystemResource,
  EfsMountTarget,
  type EfsMountTargetConfig,
} from "../internal/resources";
import { checkProps } from "../internal/rules";

/**
 * Properties of an Amazon EFS file system for a cluster.
 */
export interface EfsFileSystemProps {
  /**
   * AWS region for deployment.
   *
   * The cluster's own region: the driver looks for the file system there. A
   * change replaces the file system, and its data is lost.
   */
  readonly awsRegion: string;

  /**
   * Cluster name to tag and label EFS.
   *
   * Tags the file system with `Name` and `kubernetes.io/cluster/<name> =
   * shared`, and annotates the StorageClass.
   */
  readonly clusterName: string;

  /**
   * Security group for EFS mount targets.
   *
   * Must let the nodes in on TCP port 2049. It is what guards the data:
   * whoever reaches that port may mount the file system as root, and read and
   * delete the files of every claim.
   *
   * @see https://docs.aws.amazon.com/efs/latest/ug/network-access.html
   */
  readonly securityGroupId: string;

  /**
   * Private subnet IDs to mount into.
   *
   * One for each Availability Zone that has nodes; EFS takes one mount target
   * a zone. Append new ones and never reorder: an item's position is the
   * mount target's address. The ids may be unknown at plan, their number not.
   *
   * @see https://docs.aws.amazon.com/efs/latest/ug/accessing-fs.html
   */
  readonly subnetIds: string[];

  /**
   * Throughput mode of the file system.
   *
   * `elastic` is billed by what is read and written; `bursting` grows with
   * what is stored, and starves a small file system of parallel readers.
   *
   * @see https://docs.aws.amazon.com/efs/latest/ug/performance.html
   * @default "elastic"
   */
  readonly throughputMode?: string;

  /**
   * AWS provider of the file system.
   *
   * @default - the stack's default AWS provider
   */
  readonly awsProvider?: TerraformProvider;
}

/**
 * An Amazon EFS file system, encrypted at rest and in transit, backed up
 * daily, with a mount target in each subnet.
 *
 * Destroying it destroys its data; recovery points of the backups stay.
 */
export class EfsFileSystem extends Construct {
  /** ID of the created EFS instance. */
  public readonly fileSystemId: string;
  /** ARN of the file system, for policies. */
  public readonly fileSystemArn: string;
  /** Name of the cluster that the file system is for. */
  public readonly clusterName: string;
  /** The file system resource, for overrides. */
  public readonly resource: TerraformResource;
  /** The policy of the file system, for overrides. */
  public readonly policy: TerraformResource;
  /** The policy of its backups, for overrides. */
  public readonly backupPolicy: TerraformResource;
  /** The mount targets; a single one with `count` where the number of subnets is known to Terraform only. */
  public readonly mountTargets: TerraformResource[];

  /**
   * @throws an error if a prop breaks its rule.
   */
  constructor(scope: Construct, id: string, props: EfsFileSystemProps) {
    super(scope, id);
    checkProps(this, props, ["awsRegion", "clusterName", "securityGroupId", "subnetIds"]);
    const common = { region: props.awsRegion, provider: props.awsProvider };

    const fileSystem = new EfsFileSystemResource(this, "Resource", {
      ...common,
      encrypted: true,
      throughputMode: props.throughputMode ?? "elastic",
      tags: {
        Name: props.clusterName,
        [`kubernetes.io/cluster/${props.clusterName}`]: "shared",
      },
    });
    hclComment(
      fileSystem,
      "Shared, not owned: tools that tear a cluster down delete what it owns.",
      "tags",
    );
    this.clusterName = props.clusterName;
    this.fileSystemId = fileSystem.id;
    this.fileSystemArn = fileSystem.arn;
    this.resource = fileSystem;

    this.backupPolicy = new EfsBackupPolicy(this, "backup_policy", {
      ...common,
      fileSystemId: fileSystem.id,
      backupPolicy: { status: "ENABLED" },
    });

    this.policy = new EfsFileSystemPolicy(this, "policy", {
      ...common,
      fileSystemId: fileSystem.id,
      policy: Fn.jsonencode(transportPolicy(fileSystem.arn)),
    });
    hclComment(
      this.policy,
      "A policy replaces the default one, which let every client in, so those of a mount target are allowed again: the driver mounts without signing (https://github.com/aws-ia/terraform-aws-eks-blueprints/issues/1197).",
      "policy.Statement.0",
    );
    hclComment(this.policy, "Clients without TLS are denied.", "policy.Statement.1");

    this.mountTargets = mountTargets(this, props, {
      ...common,
      fileSystemId: fileSystem.id,
      securityGroups: [props.securityGroupId],
    });
  }
}

function mountTargets(
  scope: Construct,
  props: EfsFileSystemProps,
  common: Omit<EfsMountTargetConfig, "subnetId">,
): EfsMountTarget[] {
  const { subnetIds } = props;
  if (!Token.isUnresolved(subnetIds)) {
    return subnetIds.map(
      (subnetId, index) =>
        new EfsMountTarget(scope, `mount_target_${index}`, { ...common, subnetId }),
    );
  }
  const count = TerraformCount.of(Fn.lengthOf(subnetIds));
  const mountTarget = new EfsMountTarget(scope, "mount_target", {
    ...common,
    count,
    subnetId: Token.asString(propertyAccess(subnetIds, [count.index])),
  });
  hclComment(
    mountTarget,
    "One mount target per subnet. The ids may be unknown at plan, so the list's length, not its content, decides how many there are.",
  );
  return [mountTarget];
}

function transportPolicy(arn: string): object {
  return {
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "AllowClientsOfMountTargets",
        Effect: "Allow",
        Principal: { AWS: "*" },
        Action: [
          "elasticfilesystem:ClientMount",
          "elasticfilesystem:ClientRootAccess",
          "elasticfilesystem:ClientWrite",
        ],
        Resource: arn,
        Condition: { Bool: { "elasticfilesystem:AccessedViaMountTarget": "true" } },
      },
      {
        Sid: "DenyInsecureTransport",
        Effect: "Deny",
        Principal: { AWS: "*" },
        Action: "*",
        Resource: arn,
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      },
    ],
  };
}
