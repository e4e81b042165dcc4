import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { EfsCsiDriver, type EfsCsiDriverOptions } from "../efs-driver/efs-csi-driver";
import { EfsFileSystem, type EfsFileSystemOptions } from "../efs-file-system/efs-file-system";
import {
  EfsStorageClass,
  type EfsStorageClassOptions,
} from "../efs-storage-class/efs-storage-class";
import { EFS_DOCUMENTED } from "../internal/chart-versions";
import { checkProps, type Rules, required } from "../internal/rule-kinds";
import { exactVersion, securityGroupId, subnetIds } from "../internal/shared-rules";

/**
 * Properties of shared POSIX storage on Amazon EFS.
 */
export interface EfsCsiProps
  extends EfsFileSystemOptions,
    EfsCsiDriverOptions,
    EfsStorageClassOptions {
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
   * Security group for EFS mount targets.
   *
   * Must let the nodes in on TCP port 2049. Whoever reaches that port may mount
   * the directories of claims, as the user of each, and nothing else.
   *
   * @see https://docs.aws.amazon.com/efs/latest/ug/network-access.html
   */
  readonly securityGroupId: string;

  /**
   * Helm chart version.
   *
   * One exact version of the chart `aws-efs-csi-driver`. 3.4.1 is recommended:
   * 2.4.5 carries driver 1.5.6 of 2023, which cannot use EKS Pod Identity, and
   * never removes Karpenter's start-up taint `efs.csi.aws.com/agent-not-ready`.
   * There is no way back from 4.x, whose volumes older drivers do not read.
   *
   * @see https://github.com/kubernetes-sigs/aws-efs-csi-driver/releases
   * @default "2.4.5"
   */
  readonly helmChartVersion?: string;
}

/**
 * Shared POSIX storage on Amazon EFS: a file system with mount targets in all
 * subnets, the EFS CSI driver, and a StorageClass that many pods on many nodes
 * claim from.
 *
 * For a second file system on the same cluster use the parts: one
 * `EfsCsiDriver`, and for each an `EfsFileSystem` and an `EfsStorageClass`.
 */
export class EfsCsi extends Construct implements ITerraformDependable {
  /** @internal */
  public static readonly _rules: Rules<EfsCsiProps> = {
    ...EfsCsiDriver._optionRules,
    ...EfsFileSystem._optionRules,
    ...EfsStorageClass._optionRules,
    helmChartVersion: [exactVersion(EFS_DOCUMENTED), EfsCsiDriver._harmless],
    securityGroupId: [required, securityGroupId],
    subnetIds: [required, ...subnetIds],
  };

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
   * @throws an error if a prop breaks its rule; and, when the program is synthesized, if the cluster has the driver, or a class of the name, twice.
   */
  constructor(scope: Construct, id: string, props: EfsCsiProps) {
    super(scope, id);
    const given = checkProps(this, props, EfsCsi._rules);
    const { awsRegion, clusterName, awsProvider, namespace, helmProvider, dependsOn } = given;
    this.fileSystem = EfsFileSystem._onSubnetList(this, "file_system", {
      awsRegion,
      clusterName,
      awsProvider,
      subnetIds: given.subnetIds,
      securityGroupIds: [given.securityGroupId],
    });
    this.driver = new EfsCsiDriver(this, "driver", {
      helmChartVersion: given.helmChartVersion ?? EFS_DOCUMENTED,
      namespace,
      helmProvider,
      dependsOn,
    });
    this.storageClass = new EfsStorageClass(this, "storage_class", {
      storageClassName: given.storageClassName,
      annotations: { "clockwork-codex.github.io/cluster-name": clusterName },
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
