import {
  conditional,
  Fn,
  FOR_EXPRESSION_KEY,
  FOR_EXPRESSION_VALUE,
  forExpression,
  type ITerraformDependable,
  Op,
  propertyAccess,
  ref,
  TerraformCount,
  TerraformIterator,
  type TerraformProvider,
  type TerraformResource,
  Token,
} from "cdktf";
import { Construct, type IConstruct } from "constructs";
import { argument } from "../internal/argument";
import { choice } from "../internal/choice";
import { hclComment } from "../internal/hcl-comment";
import { lengthOf } from "../internal/lists";
import { nonNull } from "../internal/non-null-entries";
import {
  EfsBackupPolicy,
  EfsFileSystemPolicy,
  EfsFileSystemResource,
  EfsMountTarget,
  type EfsMountTargetConfig,
} from "../internal/resources";
import { checkProps, type Rule, type Rules, required } from "../internal/rule-kinds";
import {
  awsRegion,
  clusterName,
  efsFileSystemArn,
  kmsKeyArn,
  securityGroupIds,
  subnetIds,
} from "../internal/shared-rules";
import { clusterTags, explainTags } from "../internal/tags";

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
  /** Is what you pay for. */
  PROVISIONED = "provisioned",
}

/**
 * How long a file is left alone before EFS moves it to a colder storage class.
 *
 * @see https://docs.aws.amazon.com/efs/latest/ug/lifecycle-management-efs.html
 */
export enum EfsLifecycleTransition {
  /** A day. */
  AFTER_1_DAY = "AFTER_1_DAY",
  /** A week. */
  AFTER_7_DAYS = "AFTER_7_DAYS",
  /** Two weeks. */
  AFTER_14_DAYS = "AFTER_14_DAYS",
  /** A month. */
  AFTER_30_DAYS = "AFTER_30_DAYS",
  /** Two months. */
  AFTER_60_DAYS = "AFTER_60_DAYS",
  /** A quarter. */
  AFTER_90_DAYS = "AFTER_90_DAYS",
  /** Half a year. */
  AFTER_180_DAYS = "AFTER_180_DAYS",
  /** Three quarters. */
  AFTER_270_DAYS = "AFTER_270_DAYS",
  /** A year. */
  AFTER_365_DAYS = "AFTER_365_DAYS",
}

/**
 * When EFS moves a file back to the Standard storage class.
 */
export enum EfsTransitionToPrimary {
  /** When it is read or written. */
  AFTER_1_ACCESS = "AFTER_1_ACCESS",
}

/**
 * What clients that do not sign their requests, as the driver does not, may mount.
 */
export enum EfsClientAccess {
  /** Access points, by which each claim is entered, and nobody is root. */
  ACCESS_POINTS = "access-points",
  /** Every directory, as root. */
  FILE_SYSTEM = "file-system",
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
   * what is stored, and starves a small file system of parallel readers;
   * `provisioned` is what you pay for.
   *
   * @see https://docs.aws.amazon.com/efs/latest/ug/performance.html
   * @default "elastic"
   */
  readonly throughputMode?: EfsThroughputMode;

  /**
   * Throughput in MiB per second, from 1 to 3414, where the mode is
   * `provisioned`.
   *
   * AWS's quota is 1024 in most regions until it is raised.
   *
   * @see https://docs.aws.amazon.com/efs/latest/ug/limits.html
   * @default - none, which any other mode wants
   */
  readonly provisionedThroughputInMibps?: number;

  /**
   * ARN of the KMS key that encrypts the file system.
   *
   * Choose it before the first apply: a change replaces the file system, and
   * its data is lost. The key's policy must let EFS use it.
   *
   * @see https://docs.aws.amazon.com/efs/latest/ug/encryption-at-rest.html
   * @default - AWS's own key for EFS
   */
  readonly kmsKeyId?: string;

  /**
   * When a file that nobody reads moves to Infrequent Access.
   *
   * @see https://docs.aws.amazon.com/efs/latest/ug/lifecycle-management-efs.html
   * @default - never
   */
  readonly transitionToIa?: EfsLifecycleTransition;

  /**
   * When a file that nobody reads moves to Archive, which wants `elastic`
   * throughput: later than to Infrequent Access.
   *
   * @default - never
   */
  readonly transitionToArchive?: EfsLifecycleTransition;

  /**
   * When a file moves back to Standard: `AFTER_1_ACCESS`.
   *
   * @default - never
   */
  readonly transitionToPrimaryStorageClass?: EfsTransitionToPrimary;

  /**
   * Whether AWS Backup backs the file system up every day, and keeps each
   * backup for 35 days.
   *
   * @see https://docs.aws.amazon.com/efs/latest/ug/awsbackup.html
   * @default true
   */
  readonly backupEnabled?: boolean;

  /**
   * What pods and other clients that do not sign may mount, where they reach
   * the mount targets.
   *
   * `access-points` admits them to the directories of claims, never as root.
   * `file-system` admits them to all directories as root, as static volumes on
   * the root of a file system need it. Either way TLS is demanded.
   *
   * @see https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html
   * @default "access-points"
   */
  readonly clientAccess?: EfsClientAccess;

  /**
   * Further tags of the file system.
   *
   * Those that name the cluster stay.
   *
   * @default {}
   */
  readonly tags?: { [key: string]: string };

  /**
   * Whether Terraform refuses every plan that would delete the file system.
   *
   * A literal, and so no input of the module, whose README has an override
   * file that does it.
   *
   * @see https://developer.hashicorp.com/terraform/language/meta-arguments/prevent_destroy
   * @default false
   */
  readonly preventDestroy?: boolean;
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

const transition: Rule = {
  kind: "oneOf",
  values: Object.values(EfsLifecycleTransition),
  must: "must be AFTER_ with 1_DAY, 7_DAYS, 14_DAYS, 30_DAYS, 60_DAYS, 90_DAYS, 180_DAYS, 270_DAYS or 365_DAYS",
};

/**
 * An Amazon EFS file system, encrypted at rest and in transit, backed up
 * daily, with a mount target in each subnet. Clients enter it by access points.
 *
 * Destroying it destroys its data; recovery points of the backups stay.
 *
 * Stands in `dependsOn`: what waits for it waits for its mount targets, and so
 * for its policy.
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
    fileSystemArn: [efsFileSystemArn],
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
    securityGroupIds: [required, ...securityGroupIds],
    throughputMode: [
      {
        kind: "oneOf",
        values: Object.values(EfsThroughputMode),
        must: "must be bursting, elastic or provisioned",
      },
    ],
    provisionedThroughputInMibps: [
      {
        kind: "integerBetween",
        min: 1,
        max: 3414,
        must: "must be a whole number of MiB per second from 1 to 3414",
      },
      {
        kind: "belongsTo",
        other: "throughputMode",
        value: EfsThroughputMode.PROVISIONED,
        must: "must be given where the throughput mode is provisioned, and only there",
      },
    ],
    kmsKeyId: [kmsKeyArn],
    transitionToIa: [transition],
    transitionToArchive: [transition],
    transitionToPrimaryStorageClass: [
      {
        kind: "oneOf",
        values: Object.values(EfsTransitionToPrimary),
        must: "must be AFTER_1_ACCESS",
      },
    ],
    backupEnabled: [],
    clientAccess: [
      {
        kind: "oneOf",
        values: Object.values(EfsClientAccess),
        must: "must be access-points or file-system",
      },
    ],
    tags: [
      {
        kind: "eachKeyMatches",
        pattern: "^.{1,128}$",
        must: "must have keys of 1 to 128 characters",
      },
    ],
    preventDestroy: [],
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
  /** DNS name of the file system, in the VPC of its mount targets. */
  public readonly dnsName: string;
  /** IDs of the mount targets, by the key of each subnet. */
  public readonly mountTargetIds: { [zone: string]: string };
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
      kmsKeyId: given.kmsKeyId,
      throughputMode: given.throughputMode ?? EfsThroughputMode.ELASTIC,
      provisionedThroughputInMibps: given.provisionedThroughputInMibps,
      lifecyclePolicy: lifecyclePolicies(given),
      tags: clusterTags(given.clusterName, given.tags),
      lifecycle: given.preventDestroy ? { preventDestroy: true } : undefined,
    });
    explainTags(fileSystem);
    this.fileSystemId = fileSystem.id;
    this.fileSystemArn = fileSystem.arn;
    this.dnsName = fileSystem.dnsName;
    this.resource = fileSystem;

    this.backupPolicy = new EfsBackupPolicy(this, "backup_policy", {
      ...common,
      fileSystemId: fileSystem.id,
      backupPolicy: { status: choice(given.backupEnabled ?? true, "ENABLED", "DISABLED") },
    });

    this.policy = new EfsFileSystemPolicy(this, "policy", {
      ...common,
      fileSystemId: fileSystem.id,
      policy: clientPolicy(fileSystem.arn, given.clientAccess ?? EfsClientAccess.ACCESS_POINTS),
    });
    hclComment(
      this.policy,
      "It replaces the default policy, which lets every client in. The driver mounts each claim by its access point, without signing (https://github.com/kubernetes-sigs/aws-efs-csi-driver/blob/v3.4.1/pkg/driver/node.go). An administrator mounts the root by an IAM policy of their own.",
    );

    this.mountTargets = mountTargets(this, given.subnetIds, {
      ...common,
      fileSystemId: fileSystem.id,
      securityGroups: given.securityGroupIds,
      dependsOn: [this.policy],
    });
    this.mountTargetIds = Token.asStringMap(
      forExpression(
        this.mountTargets.fqn,
        propertyAccess(FOR_EXPRESSION_VALUE, ["id"]),
        FOR_EXPRESSION_KEY,
      ),
    );
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
  private readonly arn?: string;

  constructor(scope: Construct, id: string, attributes: EfsFileSystemAttributes) {
    super(scope, id);
    const given = checkProps(this, attributes, EfsFileSystem._attributeRules);
    this.fileSystemId = given.fileSystemId;
    this.arn = given.fileSystemArn;
  }

  public get fileSystemArn(): string {
    if (this.arn === undefined) {
      throw new Error(
        `${this.node.path}: the ARN of ${this.fileSystemId} is not known: give \`fileSystemArn\` to EfsFileSystem.fromFileSystemAttributes, too.`,
      );
    }
    return this.arn;
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
  const count = TerraformCount.of(lengthOf(subnetIds));
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

/** A block for each transition that is wanted; where Terraform alone knows which, it makes them. */
function lifecyclePolicies({
  transitionToArchive,
  transitionToIa,
  transitionToPrimaryStorageClass,
}: EfsFileSystemProps) {
  const wanted = nonNull({
    transition_to_archive: transitionToArchive,
    transition_to_ia: transitionToIa,
    transition_to_primary_storage_class: transitionToPrimaryStorageClass,
  });
  if (!Token.isUnresolved(wanted)) {
    const policies = [
      { transitionToArchive },
      { transitionToIa },
      { transitionToPrimaryStorageClass },
    ].filter((policy) => Object.values(policy)[0] !== undefined);
    return policies.length > 0 ? policies : undefined;
  }
  const policies = TerraformIterator.fromMap(wanted);
  const ofTransition = (name: string) =>
    Token.asString(conditional(Op.eq(policies.key, name), policies.value, ref("null")));
  return policies.dynamic({
    transition_to_archive: ofTransition("transition_to_archive"),
    transition_to_ia: ofTransition("transition_to_ia"),
    transition_to_primary_storage_class: ofTransition("transition_to_primary_storage_class"),
  });
}

/** The policy for clients that do not sign, in JSON. */
function clientPolicy(arn: string, access: EfsClientAccess): string {
  const viaMountTarget = { "elasticfilesystem:AccessedViaMountTarget": "true" };
  const accessPoints = {
    Sid: "AllowThroughAccessPoints",
    Effect: "Allow",
    Principal: { AWS: "*" },
    Action: ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"],
    Resource: arn,
    Condition: {
      Bool: viaMountTarget,
      StringLike: {
        "elasticfilesystem:AccessPointArn": Fn.replace(
          arn,
          "/file-system.*/",
          "access-point/fsap-*",
        ),
      },
    },
  };
  const everything = {
    Sid: "AllowClientsOfMountTargets",
    Effect: "Allow",
    Principal: { AWS: "*" },
    Action: [
      "elasticfilesystem:ClientMount",
      "elasticfilesystem:ClientRootAccess",
      "elasticfilesystem:ClientWrite",
    ],
    Resource: arn,
    Condition: { Bool: viaMountTarget },
  };
  const withoutTls = {
    Sid: "DenyInsecureTransport",
    Effect: "Deny",
    Principal: { AWS: "*" },
    Action: "*",
    Resource: arn,
    Condition: { Bool: { "aws:SecureTransport": "false" } },
  };
  const policyOf = (statement: object) =>
    Fn.jsonencode(argument({ Version: "2012-10-17", Statement: [statement, withoutTls] }));
  if (!Token.isUnresolved(access)) {
    return policyOf(access === EfsClientAccess.FILE_SYSTEM ? everything : accessPoints);
  }
  return choice(
    Op.eq(access, EfsClientAccess.FILE_SYSTEM),
    policyOf(everything),
    policyOf(accessPoints),
  );
}
