import type { TerraformResource } from "cdktf";
import { Construct } from "constructs";
import type { AccessPointOptions } from "../access-point-options";
import type { IEfsCsiDriver } from "../efs-driver/efs-csi-driver";
import { accessPointClass, accessPointRules } from "../internal/access-point-class";
import { S3_FILES_RECOMMENDED } from "../internal/chart-versions";
import { isBefore } from "../internal/is-before";
import { checkProps, type Rule, type Rules, required } from "../internal/rule-kinds";
import { storageClassName } from "../internal/shared-rules";
import type { IS3FilesFileSystem } from "../s3-files-file-system/s3-files-file-system";
import type { IStorageClass } from "../storage-class";

/**
 * What may be chosen of every StorageClass on an S3 Files file system.
 */
export interface S3FilesStorageClassOptions {
  /**
   * Name of the S3 Files storage class.
   *
   * @default "s3-files"
   */
  readonly storageClassName?: string;
}

/**
 * Properties of a StorageClass on an S3 Files file system.
 */
export interface S3FilesStorageClassProps extends S3FilesStorageClassOptions, AccessPointOptions {
  /**
   * The driver that serves the class: chart 4.3.0 or later.
   */
  readonly driver: IEfsCsiDriver;

  /**
   * The file system that the class puts its volumes on.
   */
  readonly fileSystem: IS3FilesFileSystem;
}

/**
 * A Kubernetes StorageClass whose every claim becomes an access point, a
 * directory of its own, on one S3 Files file system.
 *
 * Stands in `dependsOn`: what uses the class is then created after it and
 * destroyed before it.
 *
 * @see https://github.com/kubernetes-sigs/aws-efs-csi-driver/tree/v3.4.1/examples/kubernetes/s3files
 */
export class S3FilesStorageClass extends Construct implements IStorageClass {
  /**
   * A chart whose driver mounts S3 Files: before 4.0.0 it does not know them,
   * before 4.3.0 it asks the wrong place for credentials, see
   * https://github.com/kubernetes-sigs/aws-efs-csi-driver/issues/1907.
   *
   * @internal
   */
  public static readonly _knowsS3Files: Rule = {
    kind: "differsFrom",
    pattern: "^v?(([0-3][.][0-9]+|4[.][0-2])[.][0-9]+([-+].*)?|4[.]3[.]0-.*)$",
    must: "must be 4.3.0 or later: older drivers do not know S3 Files, or cannot mount them in private subnets",
  };

  /** @internal */
  public static readonly _optionRules: Rules<S3FilesStorageClassOptions> = {
    storageClassName: [storageClassName],
  };

  /** @internal */
  public static readonly _rules: Rules<S3FilesStorageClassProps> = {
    ...S3FilesStorageClass._optionRules,
    ...accessPointRules,
    driver: [required],
    fileSystem: [required],
  };

  /** Registered StorageClass. */
  public readonly storageClassName: string;
  /** The Helm release of the class, for overrides. */
  public readonly release: TerraformResource;

  /**
   * @throws an error if a prop breaks its rule, if the driver's chart is known to be too old, or if its provider is of another stack; and, when the program is synthesized, if the cluster has a class of the name already.
   */
  constructor(scope: Construct, id: string, props: S3FilesStorageClassProps) {
    super(scope, id);
    const given = checkProps(this, props, S3FilesStorageClass._rules);
    const { driver, fileSystem } = given;
    if (isBefore(driver.helmChartVersion, "4.3.0")) {
      throw new Error(
        `${this.node.path}: \`driver\` ${S3FilesStorageClass._knowsS3Files.must}, got the chart ${driver.helmChartVersion}: give the driver \`helmChartVersion\` ${S3_FILES_RECOMMENDED}.`,
      );
    }
    this.storageClassName = given.storageClassName ?? "s3-files";
    this.release = accessPointClass(this, given, {
      name: this.storageClassName,
      provisioningMode: "s3files-ap",
      driver,
      fileSystem,
    });
  }

  /** Address of the class's Helm release. */
  public get fqn(): string {
    return this.release.fqn;
  }
}
