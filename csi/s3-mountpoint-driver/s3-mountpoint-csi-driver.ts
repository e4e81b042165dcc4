import type { ITerraformDependable, TerraformProvider, TerraformResource } from "cdktf";
import { Construct, type IConstruct } from "constructs";
import { S3_MOUNTPOINT_RECOMMENDED } from "../internal/chart-versions";
import {
  chartRepository,
  chartValues,
  driverRelease,
  roleArn,
  serviceAccount,
  timeoutSeconds,
} from "../internal/driver-release";
import { checkProps, type Rules } from "../internal/rule-kinds";
import { exactVersion, namespace } from "../internal/shared-rules";

/**
 * What may be chosen of the Mountpoint for Amazon S3 CSI driver, whatever installs it.
 */
export interface S3MountpointCsiDriverOptions {
  /**
   * Kubernetes namespace for deployment.
   *
   * Created if it does not exist. Choose it once: a change reinstalls the
   * driver and cuts every mount of a bucket in the cluster.
   *
   * @default "kube-system"
   */
  readonly namespace?: string;

  /**
   * Helm provider of the cluster.
   *
   * @default - the stack's default Helm provider
   */
  readonly helmProvider?: TerraformProvider;

  /**
   * What must exist before the driver's pods start: the node group, and the
   * roles or Pod Identity associations of its service account.
   *
   * @default - nothing
   */
  readonly dependsOn?: ITerraformDependable[];
}

/**
 * Properties of the Mountpoint for Amazon S3 CSI driver.
 */
export interface S3MountpointCsiDriverProps extends S3MountpointCsiDriverOptions {
  /**
   * Helm chart version.
   *
   * One exact version of the chart `aws-mountpoint-s3-csi-driver`. 2.7.0 needs
   * Kubernetes 1.30.
   *
   * @see https://github.com/awslabs/mountpoint-s3-csi-driver/releases
   * @default "2.7.0"
   */
  readonly helmChartVersion?: string;

  /**
   * Address of the chart repository, or path of the chart.
   *
   * A mirror begins with `https://` or `oci://`. A path, to a folder or an
   * archive, begins with `/`, `./` or `../`; the chart there has its own
   * version, and the one given is left aside. A relative path starts where
   * Terraform runs; before that of an asset of CDK for Terraform write `./`.
   *
   * @default "https://awslabs.github.io/mountpoint-s3-csi-driver"
   */
  readonly chartRepository?: string;

  /**
   * Further values of the driver's chart: YAML documents, each laid over those
   * before it.
   *
   * @see https://github.com/awslabs/mountpoint-s3-csi-driver/blob/main/charts/aws-mountpoint-s3-csi-driver/values.yaml
   * @default []
   */
  readonly values?: string[];

  /**
   * ARN of the IAM role of the driver's service account (IRSA).
   *
   * Omit it for EKS Pod Identity, and where the nodes' role has the permissions.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/iam-roles-for-service-accounts.html
   * @default - no annotation
   */
  readonly roleArn?: string;

  /**
   * Seconds that an install or an upgrade may take before it is rolled back.
   *
   * The chart updates its daemon set one node at a time: at half a minute each,
   * the default does for sixty nodes.
   *
   * @default 1800
   */
  readonly timeout?: number;
}

/**
 * What is known of a Mountpoint for Amazon S3 CSI driver that something else installed.
 */
export interface S3MountpointCsiDriverAttributes {
  /**
   * Kubernetes namespace of the driver.
   *
   * It keeps the record of the StorageClass's Helm release, too.
   *
   * @default "kube-system"
   */
  readonly namespace?: string;

  /**
   * Helm provider of the cluster.
   *
   * @default - the stack's default Helm provider
   */
  readonly helmProvider?: TerraformProvider;
}

/**
 * A Mountpoint for Amazon S3 CSI driver, however installed.
 */
export interface IS3MountpointCsiDriver extends IConstruct {
  /** Kubernetes namespace of the driver. */
  readonly namespace: string;
  /** Service account that reads and writes the buckets. */
  readonly serviceAccountName: string;
  /** Helm provider of the cluster; undefined for the stack's default one. */
  readonly helmProvider?: TerraformProvider;
  /** What a StorageClass on the driver waits for; empty where something else installed it. */
  readonly dependables: ITerraformDependable[];
}

const SERVICE_ACCOUNT = "s3-csi-driver-sa";

/**
 * The Mountpoint for Amazon S3 CSI driver, installed from its Helm chart.
 *
 * One a cluster; every `S3MountpointStorageClass` of the cluster shares it.
 *
 * @see https://github.com/awslabs/mountpoint-s3-csi-driver
 */
export class S3MountpointCsiDriver
  extends Construct
  implements IS3MountpointCsiDriver, ITerraformDependable
{
  /** @internal */
  public static readonly _attributeRules: Rules<S3MountpointCsiDriverAttributes> = {
    namespace: [namespace],
    helmProvider: [],
  };

  /** @internal */
  public static readonly _optionRules: Rules<S3MountpointCsiDriverOptions> = {
    namespace: [namespace],
    helmProvider: [],
    dependsOn: [],
  };

  /** @internal */
  public static readonly _rules: Rules<S3MountpointCsiDriverProps> = {
    ...S3MountpointCsiDriver._optionRules,
    helmChartVersion: [exactVersion(S3_MOUNTPOINT_RECOMMENDED)],
    chartRepository: [chartRepository],
    values: [chartValues],
    roleArn: [roleArn],
    timeout: [timeoutSeconds],
  };

  /**
   * A driver that the EKS add-on `aws-mountpoint-s3-csi-driver` or another tool installed.
   *
   * @throws an error if an attribute breaks its rule.
   */
  public static fromInstalled(
    scope: Construct,
    id: string,
    attributes: S3MountpointCsiDriverAttributes = {},
  ): IS3MountpointCsiDriver {
    return new InstalledDriver(scope, id, attributes);
  }

  /** Kubernetes namespace of the driver. */
  public readonly namespace: string;
  /** Service account that reads and writes the buckets: the one that needs AWS permissions. */
  public readonly serviceAccountName: string = SERVICE_ACCOUNT;
  /** Helm provider of the cluster; undefined for the stack's default one. */
  public readonly helmProvider?: TerraformProvider;
  /** The Helm release, for overrides. */
  public readonly release: TerraformResource;

  /**
   * @throws an error if a prop breaks its rule; and, when the program is synthesized, if the cluster has this driver twice.
   */
  constructor(scope: Construct, id: string, props: S3MountpointCsiDriverProps = {}) {
    super(scope, id);
    const given = checkProps(this, props, S3MountpointCsiDriver._rules);
    this.namespace = given.namespace ?? "kube-system";
    this.helmProvider = given.helmProvider;
    this.release = driverRelease(this, {
      chart: "aws-mountpoint-s3-csi-driver",
      repository: given.chartRepository ?? "https://awslabs.github.io/mountpoint-s3-csi-driver",
      version: given.helmChartVersion ?? S3_MOUNTPOINT_RECOMMENDED,
      namespace: this.namespace,
      timeout: given.timeout ?? 1800,
      timeoutComment:
        "The chart updates its daemon set one node at a time. At half a minute each, half an hour does for sixty nodes.",
      optionalValues: [{ about: given.roleArn, values: (arn) => ({ node: serviceAccount(arn) }) }],
      values: given.values,
      dependsOn: given.dependsOn,
      provider: given.helmProvider,
    });
  }

  /** What a StorageClass on the driver waits for: its release. */
  public get dependables(): ITerraformDependable[] {
    return [this];
  }

  /** Address of the driver's Helm release. */
  public get fqn(): string {
    return this.release.fqn;
  }
}

class InstalledDriver extends Construct implements IS3MountpointCsiDriver {
  public readonly namespace: string;
  public readonly serviceAccountName = SERVICE_ACCOUNT;
  public readonly helmProvider?: TerraformProvider;
  public readonly dependables: ITerraformDependable[] = [];

  constructor(scope: Construct, id: string, attributes: S3MountpointCsiDriverAttributes) {
    super(scope, id);
    const given = checkProps(this, attributes, S3MountpointCsiDriver._attributeRules);
    this.namespace = given.namespace ?? "kube-system";
    this.helmProvider = given.helmProvider;
  }
}
