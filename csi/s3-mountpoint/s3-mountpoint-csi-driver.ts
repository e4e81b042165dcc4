import {
  conditional,
  Fn,
  type ITerraformDependable,
  Op,
  TerraformLocal,
  type TerraformProvider,
  type TerraformResource,
  Token,
} from "cdktf";
import { Construct } from "constructs";
import { driverRelease } from "../internal/driver-release";
import { hclComment } from "../internal/hcl-comment";
import { checkProps } from "../internal/rules";

/** The documented default, which was never published. */
const UNPUBLISHED_VERSION = "0.1.0";
/** The newest chart that the project is tested with. */
const TESTED_VERSION = "2.7.0";

/**
 * Properties of the Mountpoint for Amazon S3 CSI driver.
 */
export interface S3MountpointCsiDriverProps {
  /**
   * Helm chart version to install.
   *
   * One exact version of the chart `aws-mountpoint-s3-csi-driver`. The default
   * 0.1.0 was never published: it stands for 2.7.0, the newest chart that this
   * module is tested with, which needs Kubernetes 1.30.
   *
   * @see https://github.com/awslabs/mountpoint-s3-csi-driver/releases
   * @default "0.1.0"
   */
  readonly helmChartVersion?: string;

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
   * Further values of the driver's chart.
   *
   * `${` begins a reference of Terraform; write `$${` for the characters.
   *
   * @see https://github.com/awslabs/mountpoint-s3-csi-driver/blob/main/charts/aws-mountpoint-s3-csi-driver/values.yaml
   * @default - the chart's own values
   */
  // biome-ignore lint/suspicious/noExplicitAny: jsii has no `unknown`.
  readonly driverValues?: { [key: string]: any };

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
 * The Mountpoint for Amazon S3 CSI driver, installed from its Helm chart.
 *
 * One a cluster; every `S3MountpointStorageClass` of the cluster shares it.
 *
 * @see https://github.com/awslabs/mountpoint-s3-csi-driver
 */
export class S3MountpointCsiDriver extends Construct {
  /** Kubernetes namespace of the driver. */
  public readonly namespace: string;
  /** Service account that reads and writes the buckets: the one that needs AWS permissions. */
  public readonly serviceAccountName: string = "s3-csi-driver-sa";
  /** Helm provider of the cluster; undefined for the stack's default one. */
  public readonly helmProvider?: TerraformProvider;
  /** The Helm release, for overrides. */
  public readonly release: TerraformResource;

  /**
   * @throws an error if a prop breaks its rule, or if the cluster has this driver already.
   */
  constructor(scope: Construct, id: string, props: S3MountpointCsiDriverProps = {}) {
    super(scope, id);
    checkProps(this, props, []);
    this.namespace = props.namespace ?? "kube-system";
    this.helmProvider = props.helmProvider;
    this.release = driverRelease(this, {
      chart: "aws-mountpoint-s3-csi-driver",
      repository: "https://awslabs.github.io/mountpoint-s3-csi-driver",
      version: publishedVersion(this, props.helmChartVersion ?? UNPUBLISHED_VERSION),
      namespace: this.namespace,
      timeout: {
        seconds: 1800,
        why: "The chart updates its daemon set one node at a time. At half a minute each, this does for sixty nodes.",
      },
      driverValues: props.driverValues,
      dependsOn: props.dependsOn,
      provider: props.helmProvider,
    });
  }
}

function publishedVersion(driver: Construct, version: string): string {
  if (!Token.isUnresolved(version)) {
    return version.replace(/^v/, "") === UNPUBLISHED_VERSION ? TESTED_VERSION : version;
  }
  const chartVersion = new TerraformLocal(
    driver,
    "chart_version",
    conditional(Op.eq(Fn.trimprefix(version, "v"), UNPUBLISHED_VERSION), TESTED_VERSION, version),
  );
  hclComment(
    chartVersion,
    `Version ${UNPUBLISHED_VERSION} was never published: it stands for the newest chart that this module is tested with.`,
  );
  return chartVersion.asString;
}
