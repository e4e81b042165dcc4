import { conditional, Fn, type ITerraformDependable, Op, TerraformLocal, Token } from "cdktf";
import { Construct } from "constructs";
import { S3_MOUNTPOINT_DOCUMENTED, S3_MOUNTPOINT_RECOMMENDED } from "../internal/chart-versions";
import { hclComment } from "../internal/hcl-comment";
import { checkProps, type Rules } from "../internal/rule-kinds";
import { exactVersion } from "../internal/shared-rules";
import {
  S3MountpointCsiDriver,
  type S3MountpointCsiDriverOptions,
} from "../s3-mountpoint-driver/s3-mountpoint-csi-driver";
import {
  S3MountpointStorageClass,
  type S3MountpointStorageClassOptions,
} from "../s3-mountpoint-storage-class/s3-mountpoint-storage-class";

/**
 * Properties of shared storage on an S3 bucket.
 */
export interface S3MountpointCsiProps
  extends S3MountpointStorageClassOptions,
    S3MountpointCsiDriverOptions {
  /**
   * Helm chart version to install.
   *
   * One exact version of the chart `aws-mountpoint-s3-csi-driver`. The default
   * 0.1.0 was never published: it stands for 2.7.0, the chart that this module
   * is written for, which needs Kubernetes 1.30.
   *
   * @see https://github.com/awslabs/mountpoint-s3-csi-driver/releases
   * @default "0.1.0"
   */
  readonly helmChartVersion?: string;
}

/**
 * Shared storage on an S3 bucket: the Mountpoint for Amazon S3 CSI driver and
 * a StorageClass on one bucket and region.
 *
 * For a second bucket on the same cluster use the parts: one
 * `S3MountpointCsiDriver`, and an `S3MountpointStorageClass` for each.
 */
export class S3MountpointCsi extends Construct implements ITerraformDependable {
  /** @internal */
  public static readonly _rules: Rules<S3MountpointCsiProps> = {
    ...S3MountpointCsiDriver._optionRules,
    ...S3MountpointStorageClass._optionRules,
    helmChartVersion: [exactVersion(S3_MOUNTPOINT_RECOMMENDED)],
  };

  /** Name of the created class. */
  public readonly storageClassName: string;
  /** The driver, for further storage classes on the same cluster. */
  public readonly driver: S3MountpointCsiDriver;
  /** The StorageClass and its volumes. */
  public readonly storageClass: S3MountpointStorageClass;

  /**
   * @throws an error if a prop breaks its rule; and, when the program is synthesized, if the cluster has the driver, or a class of the name, twice.
   */
  constructor(scope: Construct, id: string, props: S3MountpointCsiProps) {
    super(scope, id);
    const given = checkProps(this, props, S3MountpointCsi._rules);
    const { awsRegion, bucketName, storageClassName, namespace, helmProvider, dependsOn } = given;
    this.driver = new S3MountpointCsiDriver(this, "driver", {
      helmChartVersion: publishedVersion(this, given.helmChartVersion ?? S3_MOUNTPOINT_DOCUMENTED),
      namespace,
      helmProvider,
      dependsOn,
    });
    this.storageClass = new S3MountpointStorageClass(this, "storage_class", {
      awsRegion,
      bucketName,
      storageClassName,
      driver: this.driver,
    });
    this.storageClassName = this.storageClass.storageClassName;
  }

  /** Address of the StorageClass's Helm release: what waits for it waits for the driver. */
  public get fqn(): string {
    return this.storageClass.fqn;
  }
}

function publishedVersion(scope: Construct, version: string): string {
  if (!Token.isUnresolved(version)) {
    return version.replace(/^v/, "") === S3_MOUNTPOINT_DOCUMENTED
      ? S3_MOUNTPOINT_RECOMMENDED
      : version;
  }
  const chartVersion = new TerraformLocal(
    scope,
    "chart_version",
    conditional(
      Op.eq(Fn.trimprefix(version, "v"), S3_MOUNTPOINT_DOCUMENTED),
      S3_MOUNTPOINT_RECOMMENDED,
      version,
    ),
  );
  hclComment(
    chartVersion,
    `Version ${S3_MOUNTPOINT_DOCUMENTED} was never published: it stands for the chart that this module is written for.`,
  );
  return chartVersion.asString;
}
