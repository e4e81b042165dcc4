import {
  Fn,
  type ITerraformDependable,
  TerraformIterator,
  type TerraformProvider,
  type TerraformResource,
  Token,
} from "cdktf";
import { Construct, type IConstruct } from "constructs";
import { argument } from "../internal/argument";
import { dependenciesOf } from "../internal/dependencies";
import { hclComment } from "../internal/hcl-comment";
import { concatenated, mapped } from "../internal/lists";
import { clusterArn, clusterOf, type EksCluster } from "../internal/pod-identity";
import { IamRole, IamRolePolicy } from "../internal/resources";
import { checkProps, type Rules, required } from "../internal/rule-kinds";
import {
  S3FilesFileSystemPolicy,
  S3FilesFileSystemResource,
  S3FilesMountTarget,
  S3FilesSynchronizationConfiguration,
} from "../internal/s3-files-resources";
import {
  awsRegion,
  kmsKeyArn,
  kmsKeyArns,
  securityGroupIds,
  subnetIds,
} from "../internal/shared-rules";
import { clusterTags, explainTags } from "../internal/tags";

/**
 * What every S3 Files file system for a cluster is made with.
 */
export interface S3FilesFileSystemOptions {
  /**
   * AWS region of the cluster and of the bucket.
   *
   * A change replaces the file system. The bucket keeps what was exported to it.
   */
  readonly awsRegion: string;

  /**
   * ARN of the EKS cluster.
   *
   * It tells the account and the partition, too. Tags the file system with the
   * cluster's name.
   */
  readonly clusterArn: string;

  /**
   * ARN of the bucket whose objects become files.
   *
   * A general purpose bucket of the cluster's region and account, with
   * versioning enabled before the file system is made, encrypted by SSE-S3 or
   * SSE-KMS. A change replaces the file system.
   *
   * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-files-prereq-policies.html
   */
  readonly bucketArn: string;

  /**
   * Private subnet IDs to mount into, by the Availability Zone of each, or by
   * another key that does not change.
   *
   * One for each zone that has nodes: the nodes of a zone mount by its own mount
   * target, and by no other. The ids may be unknown at plan, the keys not.
   *
   * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-files-mount-targets.html
   */
  readonly subnetIds: { [zone: string]: string };

  /**
   * Security groups of the mount targets.
   *
   * They must let the nodes in on TCP port 2049. From one to five.
   *
   * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-files-prereq-policies.html
   */
  readonly securityGroupIds: string[];

  /**
   * What the keys of the objects begin with that become files, ending with a
   * slash.
   *
   * A change replaces the file system.
   *
   * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_S3Files_CreateFileSystem.html
   * @default - the whole bucket
   */
  readonly prefix?: string;

  /**
   * ARNs of the KMS keys that encrypt the bucket's objects.
   *
   * @default []
   */
  readonly bucketKmsKeyArns?: string[];

  /**
   * AWS provider of the file system, at least 6.40.
   *
   * @default - the stack's default AWS provider
   */
  readonly awsProvider?: TerraformProvider;
}

/**
 * When the content of small files is copied from the bucket to the file system.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-files-synchronization-customizing.html
 */
export enum S3FilesImportTrigger {
  /** When their directory is first listed. */
  ON_DIRECTORY_FIRST_ACCESS = "ON_DIRECTORY_FIRST_ACCESS",
  /** When each is read. */
  ON_FILE_ACCESS = "ON_FILE_ACCESS",
}

/**
 * Properties of an S3 Files file system for a cluster.
 */
export interface S3FilesFileSystemProps extends S3FilesFileSystemOptions {
  /**
   * ARN of the KMS key that encrypts the file system itself.
   *
   * A change replaces the file system.
   *
   * @default - a key that AWS owns
   */
  readonly kmsKeyArn?: string;

  /**
   * When the content of small files is copied to the file system:
   * `ON_DIRECTORY_FIRST_ACCESS` or `ON_FILE_ACCESS`.
   *
   * @default "ON_DIRECTORY_FIRST_ACCESS"
   */
  readonly importTrigger?: S3FilesImportTrigger;

  /**
   * Size in bytes that the content of a file must be smaller than to be copied,
   * from 0 to 52673613135872.
   *
   * That of a larger one is read from the bucket. 0 copies nothing, which is
   * cheapest.
   *
   * @default 131072
   */
  readonly importSizeLessThan?: number;

  /**
   * Days after its last read that the content of a file leaves the file system,
   * from 1 to 365. It stays in the bucket.
   *
   * @default 30
   */
  readonly daysAfterLastAccess?: number;

  /**
   * Further tags of the file system.
   *
   * Those that name the cluster stay.
   *
   * @default {}
   */
  readonly tags?: { [key: string]: string };

  /**
   * What must exist before the file system, and until it is gone: the
   * versioning of the bucket.
   *
   * @default - nothing
   */
  readonly dependsOn?: ITerraformDependable[];
}

/**
 * What is known of an S3 Files file system that something else made.
 */
export interface S3FilesFileSystemAttributes {
  /**
   * ID of the S3 Files file system, in the cluster's own region and account.
   */
  readonly fileSystemId: string;
}

/**
 * An S3 Files file system, whoever made it.
 */
export interface IS3FilesFileSystem extends IConstruct {
  /** ID of the S3 Files file system. */
  readonly fileSystemId: string;
  /** What a StorageClass on the file system waits for; empty where something else made it. */
  readonly dependables: ITerraformDependable[];
}

/**
 * An S3 Files file system: a bucket, or the objects of one prefix, as files
 * with POSIX semantics, with a mount target in each subnet. Clients enter it by
 * access points, signed and over TLS.
 *
 * Destroying it leaves the bucket and its objects. AWS refuses to destroy it
 * while what was written in the last minute or more is not in the bucket yet.
 *
 * Stands in `dependsOn`: what waits for it waits for its mount targets.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-files.html
 */
export class S3FilesFileSystem
  extends Construct
  implements IS3FilesFileSystem, ITerraformDependable
{
  /** @internal */
  public static readonly _attributeRules: Rules<S3FilesFileSystemAttributes> = {
    fileSystemId: [
      required,
      {
        kind: "matches",
        pattern: "^fs-[0-9a-z]+$",
        must: "must be the id of an S3 Files file system such as fs-0123456789abcdef0",
      },
    ],
  };

  /** @internal */
  public static readonly _optionRules: Rules<S3FilesFileSystemOptions> = {
    awsRegion: [required, awsRegion],
    clusterArn: [required, clusterArn],
    bucketArn: [
      required,
      {
        kind: "matches",
        pattern: "^arn:aws[a-z-]*:s3:::[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$",
        must: "must be the ARN of a general purpose bucket such as arn:aws:s3:::my-bucket",
      },
      {
        kind: "differsFrom",
        pattern: "^arn:aws[a-z-]*:s3:::.*--x-s3$",
        must: "must be the ARN of a general purpose bucket, which S3 Files is made for, and not of a directory bucket",
      },
    ],
    subnetIds: [required, ...subnetIds],
    securityGroupIds: [required, ...securityGroupIds],
    prefix: [
      {
        kind: "matches",
        pattern: "^[A-Za-z0-9!_.*'()-][A-Za-z0-9!_.*'()/-]*/$",
        maxLength: 1024,
        must: "must be the beginning of keys such as datasets/: letters, digits, !, -, _, ., *, ', parentheses and slashes, the last one a slash and the first one none",
      },
    ],
    bucketKmsKeyArns: [kmsKeyArns],
    awsProvider: [],
  };

  /** @internal */
  public static readonly _rules: Rules<S3FilesFileSystemProps> = {
    ...S3FilesFileSystem._optionRules,
    kmsKeyArn: [kmsKeyArn],
    importTrigger: [
      {
        kind: "oneOf",
        values: Object.values(S3FilesImportTrigger),
        must: "must be ON_DIRECTORY_FIRST_ACCESS or ON_FILE_ACCESS",
      },
    ],
    importSizeLessThan: [
      {
        kind: "integerBetween",
        min: 0,
        max: 52673613135872,
        must: "must be a whole number of bytes from 0 to 52673613135872",
      },
    ],
    daysAfterLastAccess: [
      {
        kind: "integerBetween",
        min: 1,
        max: 365,
        must: "must be a whole number of days from 1 to 365",
      },
    ],
    tags: [
      {
        kind: "eachKeyMatches",
        pattern: "^.{1,128}$",
        must: "must have keys of 1 to 128 characters",
      },
    ],
    dependsOn: [],
  };

  /**
   * A file system that something else made.
   *
   * @throws an error if an attribute breaks its rule.
   */
  public static fromFileSystemAttributes(
    scope: Construct,
    id: string,
    attributes: S3FilesFileSystemAttributes,
  ): IS3FilesFileSystem {
    return new ExistingFileSystem(scope, id, attributes);
  }

  /** ID of the S3 Files file system. */
  public readonly fileSystemId: string;
  /** ARN of the file system, for policies. */
  public readonly fileSystemArn: string;
  /** The file system resource, for overrides. */
  public readonly resource: TerraformResource;
  /** The role by which S3 Files reads and writes the bucket, for overrides. */
  public readonly role: TerraformResource;
  /** The policy of the file system, for overrides. */
  public readonly policy: TerraformResource;
  /** What is copied from the bucket, and how long it stays, for overrides. */
  public readonly synchronization: TerraformResource;
  /** The mount targets, one resource with an instance for each subnet. */
  public readonly mountTargets: TerraformResource;

  /**
   * @throws an error if a prop breaks its rule.
   */
  constructor(scope: Construct, id: string, props: S3FilesFileSystemProps) {
    super(scope, id);
    const given = checkProps(this, props, S3FilesFileSystem._rules);
    const cluster = { ...clusterOf(this, given.clusterArn), region: given.awsRegion };
    const common = { region: given.awsRegion, provider: given.awsProvider };

    const role = new IamRole(this, "service", {
      namePrefix: "s3-files-",
      description: `S3 Files of ${cluster.name}.`,
      assumeRolePolicy: Fn.jsonencode(argument(trustPolicy(cluster))),
      provider: given.awsProvider,
    });
    hclComment(
      role,
      "S3 Files goes by the name of EFS (https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-files-prereq-policies.html).",
      "assume_role_policy.Statement.0.Principal",
    );
    const rolePolicy = new IamRolePolicy(role, "Resource", {
      role: role.name,
      policy: Fn.jsonencode(argument(servicePolicy(cluster, given))),
      provider: given.awsProvider,
    });
    hclComment(
      rolePolicy,
      "S3 Files makes rules of its own to be told of changes in the bucket.",
      "policy.Statement.2",
    );
    this.role = role;

    const fileSystem = new S3FilesFileSystemResource(this, "Resource", {
      ...common,
      bucket: given.bucketArn,
      prefix: given.prefix,
      kmsKeyId: given.kmsKeyArn,
      roleArn: role.arn,
      tags: clusterTags(cluster.name, given.tags),
      dependsOn: [rolePolicy, ...dependenciesOf(this, given.dependsOn ?? [])],
    });
    explainTags(fileSystem);
    this.fileSystemId = fileSystem.id;
    this.fileSystemArn = fileSystem.arn;
    this.resource = fileSystem;

    this.policy = new S3FilesFileSystemPolicy(this, "policy", {
      ...common,
      fileSystemId: fileSystem.id,
      policy: Fn.jsonencode(argument(accessPointsOnly(fileSystem.arn))),
    });
    hclComment(
      this.policy,
      "Whoever may mount by an IAM policy may do so by an access point only. A request without one has no such key, which a negated operator matches (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html).",
      "policy.Statement.0",
    );

    this.synchronization = new S3FilesSynchronizationConfiguration(this, "synchronization", {
      ...common,
      fileSystemId: fileSystem.id,
      importDataRule: {
        prefix: "",
        sizeLessThan: given.importSizeLessThan ?? 131072,
        trigger: given.importTrigger ?? S3FilesImportTrigger.ON_DIRECTORY_FIRST_ACCESS,
      },
      daysAfterLastAccess: given.daysAfterLastAccess ?? 30,
    });

    const subnets = TerraformIterator.fromMap(given.subnetIds);
    this.mountTargets = new S3FilesMountTarget(this, "mount_target", {
      ...common,
      forEach: subnets,
      fileSystemId: fileSystem.id,
      subnetId: Token.asString(subnets.value),
      securityGroups: given.securityGroupIds,
      dependsOn: [this.policy, this.synchronization],
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

class ExistingFileSystem extends Construct implements IS3FilesFileSystem {
  public readonly fileSystemId: string;
  public readonly dependables: ITerraformDependable[] = [];

  constructor(scope: Construct, id: string, attributes: S3FilesFileSystemAttributes) {
    super(scope, id);
    const given = checkProps(this, attributes, S3FilesFileSystem._attributeRules);
    this.fileSystemId = given.fileSystemId;
  }
}

/** Only S3 Files, for file systems of this account and region, gets the role. */
function trustPolicy({ partition, region, accountId }: EksCluster): object {
  return {
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { Service: "elasticfilesystem.amazonaws.com" },
        Action: "sts:AssumeRole",
        Condition: {
          StringEquals: { "aws:SourceAccount": accountId },
          ArnLike: {
            "aws:SourceArn": `arn:${partition}:s3files:${region}:${accountId}:file-system/*`,
          },
        },
      },
    ],
  };
}

/**
 * What S3 Files does with the bucket.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-files-prereq-policies.html
 */
function servicePolicy(
  { partition, region, accountId }: EksCluster,
  { bucketArn, bucketKmsKeyArns = [] }: S3FilesFileSystemProps,
): object {
  const ofAccount = { StringEquals: { "aws:ResourceAccount": accountId } };
  const rules = `arn:${partition}:events:${region}:${accountId}:rule`;
  return {
    Version: "2012-10-17",
    Statement: concatenated<object>(
      [
        {
          Sid: "ListObjects",
          Effect: "Allow",
          Action: ["s3:ListBucket", "s3:ListBucketVersions"],
          Resource: bucketArn,
          Condition: ofAccount,
        },
        {
          Sid: "ReadAndWriteObjects",
          Effect: "Allow",
          Action: [
            "s3:AbortMultipartUpload",
            "s3:DeleteObject*",
            "s3:GetObject*",
            "s3:List*",
            "s3:PutObject*",
          ],
          Resource: `${bucketArn}/*`,
          Condition: ofAccount,
        },
        {
          Sid: "ManageOwnRules",
          Effect: "Allow",
          Action: [
            "events:DeleteRule",
            "events:DisableRule",
            "events:EnableRule",
            "events:PutRule",
            "events:PutTargets",
            "events:RemoveTargets",
          ],
          Resource: `${rules}/DO-NOT-DELETE-S3-Files*`,
          Condition: {
            StringEquals: { "events:ManagedBy": "elasticfilesystem.amazonaws.com" },
          },
        },
        {
          Sid: "ReadRules",
          Effect: "Allow",
          Action: [
            "events:DescribeRule",
            "events:ListRuleNamesByTarget",
            "events:ListRules",
            "events:ListTargetsByRule",
          ],
          Resource: `${rules}/*`,
        },
      ],
      mapped<object>(bucketKmsKeyArns, (key) => ({
        Effect: "Allow",
        Action: [
          "kms:Decrypt",
          "kms:Encrypt",
          "kms:GenerateDataKey",
          "kms:ReEncryptFrom",
          "kms:ReEncryptTo",
        ],
        Resource: key,
        Condition: {
          StringLike: {
            "kms:ViaService": `s3.${region}.*`,
            "kms:EncryptionContext:aws:s3:arn": [bucketArn, `${bucketArn}/*`],
          },
        },
      })),
    ),
  };
}

/** Denies every client that does not enter by an access point of the file system. */
function accessPointsOnly(arn: string): object {
  return {
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "DenyOutsideAccessPoints",
        Effect: "Deny",
        Principal: { AWS: "*" },
        Action: "s3files:Client*",
        Resource: arn,
        Condition: { StringNotLike: { "s3files:AccessPointArn": `${arn}/access-point/*` } },
      },
    ],
  };
}
