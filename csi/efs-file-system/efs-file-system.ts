import {
  Fn,
  type ITerraformDependable,
  propertyAccess,
  TerraformCount,
  TerraformIterator,
  type TerraformProvider,
  type TerraformResource,
  Token,
} from "cdktf";
import { Construct, type IConstruct } from "constructs";
import { hclComment } from "../internal/hcl-comment";
import {
  EfsBackupPolicy,
  EfsFileSystemPolicy,
  EfsFileSystemResource,
  EfsMountTarget,
  type EfsMountTargetConfig,
} from "../internal/resources";
import {
  awsRegion,
  checkProps,
  clusterName,
  type Rules,
  required,
  subnetIds,
} from "../internal/rules";

/**
 * What every Amazon EFS file system for a cluster is made with.
 */
export interface EfsFileSystemOptions {
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
   * shared`.
   */
  readonly clusterName: string;

  /**
   * AWS provider of the file system.
   *
   * @default - the stack's default AWS provider
   */
  readonly awsProvider?: TerraformProvider;
}

/**
 * How the throughput of an EFS file system is provided.
 *
 * @see https://docs.aws.amazon.com/efs/latest/ug/performance.html
 */
export enum EfsThroughputMode {
  /** Grows with what is stored; starves a small file system of parallel readers. */
  BURSTING = "bursting",
  /** Grows with demand; billed by what is read and written. */
  ELASTIC = "elastic",
}

/**
 * Properties of an Amazon EFS file system for a cluster.
 */
export interface EfsFileSystemProps extends EfsFileSystemOptions {
  /**
   * Private subnet IDs to mount into, by the Availability Zone of each, or by
   * another key that does not change.
   *
   * One for each zone that has nodes; EFS takes one mount target a zone. The
   * ids may be unknown at plan, the keys not. Adding or removing one touches
   * no other.
   *
   * @see https://docs.aws.amazon.com/efs/latest/ug/accessing-fs.html
   */
  readonly subnetIds: { [zone: string]: string };

  /**
   * Security groups for EFS mount targets.
   *
   * They must let the nodes in on TCP port 2049. From one to five.
   *
   * @see https://docs.aws.amazon.com/efs/latest/ug/network-access.html
   */
  readonly securityGroupIds: string[];

  /**
   * Throughput mode of the file system.
   *
   * `elastic` is billed by what is read and written; `bursting` grows with
   * what is stored, and starves a small file system of parallel readers.
   *
   * @see https://docs.aws.amazon.com/efs/latest/ug/performance.html
   * @default "elastic"
   */
  readonly throughputMode?: EfsThroughputMode;
}

/**
 * What is known of an Amazon EFS file system that something else made.
 */
export interface EfsFileSystemAttributes {
  /**
   * ID of the EFS file system, in the cluster's own region and account.
   */
  readonly fileSystemId: string;

  /**
   * ARN of the file system, for policies.
   *
   * @default - unknown, and an error for whoever asks for it
   */
  readonly fileSystemArn?: string;
}

/**
 * An Amazon EFS file system, whoever made it.
 */
export interface IEfsFileSystem extends IConstruct {
  /** ID of the EFS file system. */
  readonly fileSystemId: string;
  /** ARN of the file system, for policies. */
  readonly fileSystemArn: string;
  /** What a StorageClass on the file system waits for; empty where something else made it. */
  readonly dependables: ITerraformDependable[];
}

/**
 * An Amazon EFS file system, encrypted at rest and in transit, backed up
 * daily, with a mount target in each subnet.
 *
 * Destroying it destroys its data; recovery points of the backups stay.
 *
 * Stands in `dependsOn`: what waits for it waits for its mount targets.
 */
export class EfsFileSystem extends Construct implements IEfsFileSystem, ITerraformDependable {
  /** @internal */
  public static readonly _attributeRules: Rules<EfsFileSystemAttributes> = {
    fileSystemId: [
      required,
      {
        kind: "matches",
        pattern: "^fs-[0-9a-z]+$",
        must: "must be the id of an EFS file system such as fs-0123456789abcdef0",
      },
    ],
    fileSystemArn: [
      {
        kind: "matches",
        pattern: "^arn:aws[a-z-]*:elasticfilesystem:[a-z0-9-]+:[0-9]{12}:file-system/fs-[0-9a-z]+$",
        must: "must be the ARN of an EFS file system such as arn:aws:elasticfilesystem:us-west-2:123456789012:file-system/fs-0123456789abcdef0",
      },
    ],
  };

  /** @internal */
  public static readonly _optionRules: Rules<EfsFileSystemOptions> = {
    awsRegion: [required, awsRegion],
    clusterName: [required, clusterName],
    awsProvider: [],
  };

  /** @internal */
  public static readonly _rules: Rules<EfsFileSystemProps> = {
    ...EfsFileSystem._optionRules,
    subnetIds: [required, ...subnetIds],
    securityGroupIds: [
      required,
      { kind: "notEmpty", must: "must hold at least one security group id" },
      {
        kind: "eachMatches",
        pattern: "^sg-[0-9a-z]+$",
        must: "must hold ids of security groups such as sg-0123456789abcdef0",
      },
    ],
    throughputMode: [
      {
        kind: "oneOf",
        values: Object.values(EfsThroughputMode),
        must: "must be bursting or elastic",
      },
    ],
  };

  /**
   * A file system that something else made.
   *
   * @throws an error if an attribute breaks its rule.
   */
  public static fromFileSystemAttributes(
    scope: Construct,
    id: string,
    attributes: EfsFileSystemAttributes,
  ): IEfsFileSystem {
    return new ExistingFileSystem(scope, id, attributes);
  }

  /**
   * With a mount target for each item of a list, by its position, as the
   * documented module has them.
   *
   * @internal
   */
  public static _onSubnetList(
    scope: Construct,
    id: string,
    props: EfsFileSystemOptions & {
      readonly subnetIds: string[];
      readonly securityGroupIds: string[];
    },
  ): EfsFileSystem {
    return new EfsFileSystem(scope, id, props as object as EfsFileSystemProps);
  }

  /** ID of the created EFS instance. */
  public readonly fileSystemId: string;
  /** ARN of the file system, for policies. */
  public readonly fileSystemArn: string;
  /** The file system resource, for overrides. */
  public readonly resource: TerraformResource;
  /** The policy of the file system, for overrides. */
  public readonly policy: TerraformResource;
  /** The policy of its backups, for overrides. */
  public readonly backupPolicy: TerraformResource;
  /** The mount targets, one resource with an instance for each subnet. */
  public readonly mountTargets: TerraformResource;

  /**
   * @throws an error if a prop breaks its rule.
   */
  constructor(scope: Construct, id: string, props: EfsFileSystemProps) {
    super(scope, id);
    const given = checkProps(this, props, EfsFileSystem._rules);
    const common = { region: given.awsRegion, provider: given.awsProvider };

    const fileSystem = new EfsFileSystemResource(this, "Resource", {
      ...common,
      encrypted: true,
      throughputMode: given.throughputMode ?? EfsThroughputMode.ELASTIC,
      tags: {
        Name: given.clusterName,
        [`kubernetes.io/cluster/${given.clusterName}`]: "shared",
      },
    });
    hclComment(
      fileSystem,
      "Shared, not owned: tools that tear a cluster down delete what it owns.",
      "tags",
    );
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

    this.mountTargets = mountTargets(this, given.subnetIds, {
      ...common,
      fileSystemId: fileSystem.id,
      securityGroups: given.securityGroupIds,
    });
  }

  /** What a StorageClass on the file system waits for: its mount targets. */
  public get dependables(): ITerraformDependable[] {
    return [this];
  }

  /** Address of the mount targets. */
  public get fqn(): string {
    return this.mountTargets.fqn;
  }
}

class ExistingFileSystem extends Construct implements IEfsFileSystem {
  public readonly fileSystemId: string;
  public readonly dependables: ITerraformDependable[] = [];

  constructor(
    scope: Construct,
    id: string,
    private readonly attributes: EfsFileSystemAttributes,
  ) {
    super(scope, id);
    const given = checkProps(this, attributes, EfsFileSystem._attributeRules);
    this.fileSystemId = given.fileSystemId;
  }

  public get fileSystemArn(): string {
    if (this.attributes.fileSystemArn === undefined) {
      throw new Error(
        `${this.node.path}: the ARN of ${this.fileSystemId} is not known: give \`fileSystemArn\` to EfsFileSystem.fromFileSystemAttributes, too.`,
      );
    }
    return this.attributes.fileSystemArn;
  }
}

function mountTargets(
  scope: Construct,
  subnetIds: { [zone: string]: string } | string[],
  common: Omit<EfsMountTargetConfig, "subnetId">,
): EfsMountTarget {
  if (!Array.isArray(subnetIds)) {
    const subnets = TerraformIterator.fromMap(subnetIds);
    return new EfsMountTarget(scope, "mount_target", {
      ...common,
      forEach: subnets,
      subnetId: Token.asString(subnets.value),
    });
  }
  const count = TerraformCount.of(
    Token.isUnresolved(subnetIds) ? Fn.lengthOf(subnetIds) : subnetIds.length,
  );
  const mountTarget = new EfsMountTarget(scope, "mount_target", {
    ...common,
    count,
    subnetId: Token.asString(propertyAccess(subnetIds, [count.index])),
  });
  hclComment(
    mountTarget,
    "One mount target per subnet. The ids may be unknown at plan, so the list's length, not its content, decides how many there are.",
  );
  return mountTarget;
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
