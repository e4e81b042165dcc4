import type { ITerraformDependable, TerraformResource } from "cdktf";
import { Construct } from "constructs";
import { checkProps } from "../internal/rules";
import { storageClassLocal, storageRelease } from "../internal/storage-release";
import type { EfsCsiDriver } from "./efs-csi-driver";
import type { EfsFileSystem } from "./efs-file-system";

/**
 * What may be chosen of a StorageClass on an EFS file system.
 */
export interface EfsStorageClassOptions {
  /**
   * Name of the EFS storage class.
   *
   * @default "efs-sc"
   */
  readonly storageClassName?: string;
}

/**
 * Properties of a StorageClass on an EFS file system.
 */
export interface EfsStorageClassProps extends EfsStorageClassOptions {
  /**
   * The driver that serves the class.
   */
  readonly driver: EfsCsiDriver;

  /**
   * The file system that the class puts its volumes on.
   */
  readonly fileSystem: EfsFileSystem;
}

/**
 * A Kubernetes StorageClass whose every claim becomes an access point, a
 * directory of its own, on one EFS file system.
 *
 * Stands in `dependsOn`: what uses the class is then created after it and
 * destroyed before it.
 *
 * @see https://github.com/kubernetes-sigs/aws-efs-csi-driver/tree/master/examples/kubernetes/dynamic_provisioning
 */
export class EfsStorageClass extends Construct implements ITerraformDependable {
  /** Registered StorageClass. */
  public readonly storageClassName: string;
  /** The Helm release of the class, for overrides. */
  public readonly release: TerraformResource;

  /**
   * @throws an error if a prop breaks its rule, or if the cluster has a class of the name already.
   */
  constructor(scope: Construct, id: string, props: EfsStorageClassProps) {
    super(scope, id);
    checkProps(this, props, ["driver", "fileSystem"]);
    const { driver, fileSystem } = props;
    this.storageClassName = props.storageClassName ?? "efs-sc";
    this.release = storageRelease(this, {
      chart: "efs",
      namespace: driver.namespace,
      className: this.storageClassName,
      storageClass: storageClassLocal(this, {
        name: this.storageClassName,
        provisioner: "efs.csi.aws.com",
        parameters: {
          directoryPerms: "700",
          fileSystemId: fileSystem.fileSystemId,
          provisioningMode: "efs-ap",
        },
        reclaimPolicy: "Delete",
        volumeBindingMode: "Immediate",
      }),
      values: { clusterName: fileSystem.clusterName },
      dependsOn: [driver.release, ...fileSystem.mountTargets],
      provider: driver.helmProvider,
    });
  }

  /** Address of the class's Helm release. */
  public get fqn(): string {
    return this.release.fqn;
  }
}
