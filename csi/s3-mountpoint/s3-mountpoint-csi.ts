import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { checkProps } from "../internal/rules";
import { S3MountpointCsiDriver, type S3MountpointCsiDriverProps } from "./s3-mountpoint-csi-driver";
import {
  S3MountpointStorageClass,
  type S3MountpointStorageClassOptions,
} from "./s3-mountpoint-storage-class";

/**
 * Properties of shared storage on an S3 bucket.
 */
export interface S3MountpointCsiProps
  extends S3MountpointStorageClassOptions,
    S3MountpointCsiDriverProps {}

/**
 * Shared storage on an S3 bucket: the Mountpoint for Amazon S3 CSI driver and
 * a StorageClass on one bucket and region.
 *
 * For a second bucket on the same cluster use the parts: one
 * `S3MountpointCsiDriver`, and an `S3MountpointStorageClass` for each.
 */
export class S3MountpointCsi extends Construct implements ITerraformDependable {
  /** Name of the created class. */
  public readonly storageClassName: string;
  /** The driver, for further storage classes on the same cluster. */
  public readonly driver: S3MountpointCsiDriver;
  /** The StorageClass and its volumes. */
  public readonly storageClass: S3MountpointStorageClass;

  /**
   * @throws an error if a prop breaks its rule, or if the cluster has the driver, or a class of the name, already.
   */
  constructor(scope: Construct, id: string, props: S3MountpointCsiProps) {
    super(scope, id);
    checkProps(this, props, ["awsRegion", "bucketName"]);
    this.driver = new S3MountpointCsiDriver(this, "driver", props);
    this.storageClass = new S3MountpointStorageClass(this, "storage_class", {
      ...props,
      driver: this.driver,
    });
    this.storageClassName = this.storageClass.storageClassName;
  }

  /** Address of the StorageClass's Helm release: what waits for it waits for the driver. */
  public get fqn(): string {
    return this.storageClass.fqn;
  }
}
