import type { TerraformResource } from "cdktf";
import { Construct } from "constructs";
import type { IEfsCsiDriver } from "../efs-driver/efs-csi-driver";
import type { IEfsFileSystem } from "../efs-file-system/efs-file-system";
import {
  checkProps,
  qualifiedKeys,
  type Rules,
  required,
  storageClassName,
} from "../internal/rules";
import { storageClassLocal, storageRelease } from "../internal/storage-release";
import type { IStorageClass } from "../storage-class";

/**
 * What may be chosen of every StorageClass on an EFS file system.
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
  readonly driver: IEfsCsiDriver;

  /**
   * The file system that the class puts its volumes on.
   */
  readonly fileSystem: IEfsFileSystem;

  /**
   * Annotations of the StorageClass.
   *
   * @default {}
   */
  readonly annotations?: { [key: string]: string };
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
export class EfsStorageClass extends Construct implements IStorageClass {
  /** @internal */
  public static readonly _optionRules: Rules<EfsStorageClassOptions> = {
    storageClassName: [storageClassName],
  };

  /** @internal */
  public static readonly _rules: Rules<EfsStorageClassProps> = {
    ...EfsStorageClass._optionRules,
    driver: [required],
    fileSystem: [required],
    annotations: [qualifiedKeys],
  };

  /** Registered StorageClass. */
  public readonly storageClassName: string;
  /** The Helm release of the class, for overrides. */
  public readonly release: TerraformResource;

  /**
   * @throws an error if a prop breaks its rule; and, when the program is synthesized, if the cluster has a class of the name already.
   */
  constructor(scope: Construct, id: string, props: EfsStorageClassProps) {
    super(scope, id);
    const given = checkProps(this, props, EfsStorageClass._rules);
    const { driver, fileSystem } = given;
    this.storageClassName = given.storageClassName ?? "efs-sc";
    this.release = storageRelease(this, {
      chart: "efs-storage-class",
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
      values: { annotations: given.annotations ?? {} },
      dependsOn: [...driver.dependables, ...fileSystem.dependables],
      provider: driver.helmProvider,
    });
  }

  /** Address of the class's Helm release. */
  public get fqn(): string {
    return this.release.fqn;
  }
}
