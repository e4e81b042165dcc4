import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { checkProps } from "../internal/rules";
import { EfsCsiDriver, type EfsCsiDriverProps } from "./efs-csi-driver";
import { EfsFileSystem, type EfsFileSystemProps } from "./efs-file-system";
import { EfsStorageClass, type EfsStorageClassOptions } from "./efs-storage-class";

/**
 * Properties of shared POSIX storage on Amazon EFS.
 */
export interface EfsCsiProps
  extends EfsFileSystemProps,
    EfsCsiDriverProps,
    EfsStorageClassOptions {}

/**
 * Shared POSIX storage on Amazon EFS: a file system with mount targets in all
 * subnets, the EFS CSI driver, and a StorageClass that many pods on many nodes
 * claim from.
 *
 * For a second file system on the same cluster use the parts: one
 * `EfsCsiDriver`, and for each an `EfsFileSystem` and an `EfsStorageClass`.
 */
export class EfsCsi extends Construct implements ITerraformDependable {
  /** Registered StorageClass. */
  public readonly storageClassName: string;
  /** ID of the created EFS instance. */
  public readonly fileSystemId: string;
  /** The driver, for further storage classes on the same cluster. */
  public readonly driver: EfsCsiDriver;
  /** The file system, its policy, backups and mount targets. */
  public readonly fileSystem: EfsFileSystem;
  /** The StorageClass. */
  public readonly storageClass: EfsStorageClass;

  /**
   * @throws an error if a prop breaks its rule, or if the cluster has the driver, or a class of the name, already.
   */
  constructor(scope: Construct, id: string, props: EfsCsiProps) {
    super(scope, id);
    checkProps(this, props, ["awsRegion", "clusterName", "securityGroupId", "subnetIds"]);
    this.fileSystem = new EfsFileSystem(this, "file_system", props);
    this.driver = new EfsCsiDriver(this, "driver", props);
    this.storageClass = new EfsStorageClass(this, "storage_class", {
      storageClassName: props.storageClassName,
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
