import type { ITerraformDependable, TerraformProvider, TerraformResource } from "cdktf";
import { Construct } from "constructs";
import { driverRelease } from "../internal/driver-release";
import { hclComment } from "../internal/hcl-comment";
import { checkProps } from "../internal/rules";

/**
 * Properties of the Amazon EFS CSI driver.
 */
export interface EfsCsiDriverProps {
  /**
   * Helm chart version.
   *
   * One exact version of the chart `aws-efs-csi-driver`. A 4.x chart is
   * recommended: 2.4.5 carries driver 1.5.6 of 2023, which cannot use EKS Pod
   * Identity. Never 2.4.9, which hangs every mount when its node pod restarts.
   * Going to 3.1.1 or later, restart the pods that hold an EFS claim: their
   * mounts break.
   *
   * @see https://github.com/kubernetes-sigs/aws-efs-csi-driver/releases
   * @default "2.4.5"
   */
  readonly helmChartVersion?: string;

  /**
   * Kubernetes namespace for the CSI driver.
   *
   * Created if it does not exist. Choose it once: a change reinstalls the
   * driver. Until it is back, mounts stall and no claim can be mounted.
   *
   * @default "kube-system"
   */
  readonly namespace?: string;

  /**
   * Further values of the driver's chart.
   *
   * Laid over the values that the construct sets, key by key. `${` begins a
   * reference of Terraform; write `$${` for the characters.
   *
   * @see https://github.com/kubernetes-sigs/aws-efs-csi-driver/blob/master/charts/aws-efs-csi-driver/values.yaml
   * @default - the construct's own values
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
   * roles or Pod Identity associations of its service accounts.
   *
   * @default - nothing
   */
  readonly dependsOn?: ITerraformDependable[];
}

/**
 * The Amazon EFS CSI driver, installed from its Helm chart.
 *
 * One a cluster; every `EfsStorageClass` of the cluster shares it.
 *
 * @see https://github.com/kubernetes-sigs/aws-efs-csi-driver
 */
export class EfsCsiDriver extends Construct {
  /** Kubernetes namespace of the driver. */
  public readonly namespace: string;
  /** Service account that makes access points: the one that needs AWS permissions. */
  public readonly controllerServiceAccountName: string = "efs-csi-controller-sa";
  /** Service account that mounts. */
  public readonly nodeServiceAccountName: string = "efs-csi-node-sa";
  /** Helm provider of the cluster; undefined for the stack's default one. */
  public readonly helmProvider?: TerraformProvider;
  /** The Helm release, for overrides. */
  public readonly release: TerraformResource;

  /**
   * @throws an error if a prop breaks its rule, or if the cluster has this driver already.
   */
  constructor(scope: Construct, id: string, props: EfsCsiDriverProps = {}) {
    super(scope, id);
    checkProps(this, props, []);
    this.namespace = props.namespace ?? "kube-system";
    this.helmProvider = props.helmProvider;
    this.release = driverRelease(this, {
      chart: "aws-efs-csi-driver",
      repository: "https://kubernetes-sigs.github.io/aws-efs-csi-driver",
      version: props.helmChartVersion ?? "2.4.5",
      namespace: this.namespace,
      timeout: {
        seconds: 900,
        why: "More than Helm's five minutes: a daemon set rolls slowly over many nodes.",
      },
      values: rolloutValues(),
      driverValues: props.driverValues,
      dependsOn: props.dependsOn,
      provider: props.helmProvider,
    });
    hclComment(
      this.release,
      "The controller's two replicas use the host network and cannot share a node: one of them may be missing, or a cluster of one node never becomes ready (https://github.com/kubernetes-sigs/aws-efs-csi-driver/issues/728). Charts up to 3.4.1 read updateStrategy, those from 4.0.1 on rollingUpdate.",
      "values",
    );
  }
}

function rolloutValues(): object {
  const controller = { maxSurge: 0, maxUnavailable: 1 };
  const node = { maxUnavailable: "10%" };
  return {
    controller: {
      deleteAccessPointRootDir: false,
      rollingUpdate: controller,
      updateStrategy: { type: "RollingUpdate", rollingUpdate: controller },
    },
    node: {
      rollingUpdate: node,
      updateStrategy: { type: "RollingUpdate", rollingUpdate: node },
    },
  };
}
