import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { EfsCsiDriver, type EfsCsiDriverOptions } from "../efs-driver/efs-csi-driver";
import { S3_FILES_RECOMMENDED } from "../internal/chart-versions";
import { checkProps, type Rules } from "../internal/rule-kinds";
import { exactVersion } from "../internal/shared-rules";
import { S3FilesCsiIdentity } from "../s3-files-driver-identity/s3-files-csi-identity";
import {
  S3FilesFileSystem,
  type S3FilesFileSystemOptions,
} from "../s3-files-file-system/s3-files-file-system";
import {
  S3FilesStorageClass,
  type S3FilesStorageClassOptions,
} from "../s3-files-storage-class/s3-files-storage-class";

/**
 * Properties of shared POSIX storage on an S3 bucket.
 */
export interface S3FilesCsiProps
  extends S3FilesFileSystemOptions,
    EfsCsiDriverOptions,
    S3FilesStorageClassOptions {
  /**
   * Helm chart version.
   *
   * One exact version of the chart `aws-efs-csi-driver`, 4.3.0 or later.
   *
   * @see https://github.com/kubernetes-sigs/aws-efs-csi-driver/releases
   * @default "4.4.1"
   */
  readonly helmChartVersion?: string;
}

/**
 * Shared POSIX storage on an S3 bucket: an S3 Files file system with mount
 * targets in all subnets, the EFS CSI driver with its AWS permissions, and a
 * StorageClass that many pods on many nodes claim from.
 *
 * For a second file system, or beside EFS, on the same cluster use the parts:
 * one `EfsCsiDriver` and one `S3FilesCsiIdentity`, and for each an
 * `S3FilesFileSystem` and an `S3FilesStorageClass`.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-files.html
 */
export class S3FilesCsi extends Construct implements ITerraformDependable {
  /** @internal */
  public static readonly _rules: Rules<S3FilesCsiProps> = {
    ...EfsCsiDriver._optionRules,
    ...S3FilesFileSystem._optionRules,
    ...S3FilesStorageClass._optionRules,
    helmChartVersion: [exactVersion(S3_FILES_RECOMMENDED), S3FilesStorageClass._knowsS3Files],
  };

  /** Registered StorageClass. */
  public readonly storageClassName: string;
  /** ID of the S3 Files file system. */
  public readonly fileSystemId: string;
  /** The file system, its role, policy and mount targets. */
  public readonly fileSystem: S3FilesFileSystem;
  /** The driver's AWS permissions. */
  public readonly identity: S3FilesCsiIdentity;
  /** The driver, for further storage classes on the same cluster. */
  public readonly driver: EfsCsiDriver;
  /** The StorageClass. */
  public readonly storageClass: S3FilesStorageClass;

  /**
   * @throws an error if a prop breaks its rule; and, when the program is synthesized, if the cluster has the driver, or a class of the name, twice.
   */
  constructor(scope: Construct, id: string, props: S3FilesCsiProps) {
    super(scope, id);
    const given = checkProps(this, props, S3FilesCsi._rules);
    const { awsRegion, clusterArn, awsProvider, namespace, dependsOn } = given;
    const { bucketArn, bucketKmsKeyArns } = given;
    this.fileSystem = new S3FilesFileSystem(this, "file_system", {
      awsRegion,
      clusterArn,
      bucketArn,
      bucketKmsKeyArns,
      prefix: given.prefix,
      subnetIds: given.subnetIds,
      securityGroupIds: given.securityGroupIds,
      awsProvider,
      dependsOn,
    });
    this.identity = new S3FilesCsiIdentity(this, "identity", {
      awsRegion,
      clusterArn,
      fileSystemArns: [this.fileSystem.fileSystemArn],
      bucketArns: [bucketArn],
      bucketKmsKeyArns,
      namespace,
      awsProvider,
    });
    this.driver = new EfsCsiDriver(this, "driver", {
      helmChartVersion: given.helmChartVersion ?? S3_FILES_RECOMMENDED,
      namespace,
      helmProvider: given.helmProvider,
      dependsOn: [this.identity, ...(dependsOn ?? [])],
    });
    this.storageClass = new S3FilesStorageClass(this, "storage_class", {
      storageClassName: given.storageClassName,
      driver: this.driver,
      fileSystem: this.fileSystem,
    });
    this.storageClassName = this.storageClass.storageClassName;
    this.fileSystemId = this.fileSystem.fileSystemId;
  }

  /** Address of the StorageClass's Helm release: what waits for it waits for the driver and the mount targets. */
  public get fqn(): string {
    return this.storageClass.fqn;
  }
}
