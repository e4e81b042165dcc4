import type { ITerraformDependable, TerraformProvider, TerraformResource } from "cdktf";
import { Construct, type IConstruct } from "constructs";
import { EfsCsiIdentity } from "../efs-driver-identity/efs-csi-identity";
import { EFS_RECOMMENDED, S3_FILES_RECOMMENDED } from "../internal/chart-versions";
import {
  chartRepository,
  chartValues,
  driverRelease,
  isRemote,
  roleArn,
  serviceAccount,
  timeoutSeconds,
} from "../internal/driver-release";
import {
  CLUSTER_TAG,
  CONTROLLER_SERVICE_ACCOUNT,
  NODE_SERVICE_ACCOUNT,
} from "../internal/efs-driver-names";
import { hclComment } from "../internal/hcl-comment";
import { isBefore } from "../internal/is-before";
import { checkProps, type Rule, type Rules } from "../internal/rule-kinds";
import { clusterName, exactVersion, namespace } from "../internal/shared-rules";
import { S3FilesCsiIdentity } from "../s3-files-driver-identity/s3-files-csi-identity";

/**
 * What may be chosen of the Amazon EFS CSI driver, whatever installs it.
 */
export interface EfsCsiDriverOptions {
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
 * Properties of the Amazon EFS CSI driver.
 */
export interface EfsCsiDriverProps extends EfsCsiDriverOptions {
  /**
   * Helm chart version.
   *
   * One exact version of the chart `aws-efs-csi-driver`. EKS Pod Identity
   * needs 3.0.6, S3 Files 4.3.0: then take 4.4.1. There is no way back from 4.x:
   * older drivers do not read the volumes that it made. Charts before 2.5.2
   * never remove Karpenter's start-up taint `efs.csi.aws.com/agent-not-ready`.
   *
   * @see https://github.com/kubernetes-sigs/aws-efs-csi-driver/releases
   * @default "3.4.1"
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
   * @default "https://kubernetes-sigs.github.io/aws-efs-csi-driver"
   */
  readonly chartRepository?: string;

  /**
   * Further values of the driver's chart: YAML documents, each laid over those
   * before it, the first over the values that the driver needs.
   *
   * @see https://github.com/kubernetes-sigs/aws-efs-csi-driver/blob/master/charts/aws-efs-csi-driver/values.yaml
   * @default []
   */
  readonly values?: string[];

  /**
   * ARN of the IAM role of the controller's service account (IRSA).
   *
   * Omit it for EKS Pod Identity, and where the nodes' role has the permissions.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/iam-roles-for-service-accounts.html
   * @default - no annotation
   */
  readonly controllerRoleArn?: string;

  /**
   * ARN of the IAM role of the node's service account (IRSA).
   *
   * EFS needs none: its volumes are mounted unsigned. S3 Files signs every mount.
   *
   * @default - no annotation
   */
  readonly nodeRoleArn?: string;

  /**
   * Cluster name that the driver tags its access points with, as
   * `efs.csi.aws.com/cluster-name`.
   *
   * Where the policy of the driver's identity demands this tag, one cluster
   * cannot delete the access points of another. AWS's own policy,
   * `AmazonEFSCSIDriverPolicy`, denies every further tag, and so every claim.
   *
   * @see https://github.com/kubernetes-sigs/aws-efs-csi-driver/issues/1335
   * @default - no such tag
   */
  readonly clusterName?: string;

  /**
   * Seconds that an install or an upgrade may take before it is rolled back.
   *
   * More than Helm's five minutes: a daemon set rolls slowly over many nodes.
   *
   * @default 900
   */
  readonly timeout?: number;
}

/**
 * What is known of an Amazon EFS CSI driver that something else installed.
 */
export interface EfsCsiDriverAttributes {
  /**
   * Kubernetes namespace of the driver.
   *
   * It keeps the record of the StorageClass's Helm release, too.
   *
   * @default "kube-system"
   */
  readonly namespace?: string;

  /**
   * Version of the Helm chart that the driver was installed from.
   *
   * With it a parameter that the driver would ignore is refused.
   *
   * @default - unknown, and nothing is refused
   */
  readonly helmChartVersion?: string;

  /**
   * Helm provider of the cluster.
   *
   * @default - the stack's default Helm provider
   */
  readonly helmProvider?: TerraformProvider;
}

/**
 * An Amazon EFS CSI driver, however installed.
 */
export interface IEfsCsiDriver extends IConstruct {
  /** Kubernetes namespace of the driver. */
  readonly namespace: string;
  /** Service account that makes access points. */
  readonly controllerServiceAccountName: string;
  /** Service account that mounts. */
  readonly nodeServiceAccountName: string;
  /** Version of its Helm chart; undefined where it is not known. */
  readonly helmChartVersion?: string;
  /** Helm provider of the cluster; undefined for the stack's default one. */
  readonly helmProvider?: TerraformProvider;
  /** What a StorageClass on the driver waits for; empty where something else installed it. */
  readonly dependables: ITerraformDependable[];
}

/** The identities, the first chart whose driver knows what each is for, and the one to choose. */
const identities = [
  {
    identity: S3FilesCsiIdentity,
    since: "4.3.0",
    unknown: "S3 Files",
    chart: S3_FILES_RECOMMENDED,
  },
  { identity: EfsCsiIdentity, since: "3.0.6", unknown: "EKS Pod Identity", chart: EFS_RECOMMENDED },
] as const;

const controllerRollout = { maxSurge: 0, maxUnavailable: 1 };
const nodeRollout = { maxUnavailable: "10%" };
const ownValues = {
  controller: {
    deleteAccessPointRootDir: false,
    rollingUpdate: controllerRollout,
    updateStrategy: { type: "RollingUpdate", rollingUpdate: controllerRollout },
  },
  node: {
    rollingUpdate: nodeRollout,
    updateStrategy: { type: "RollingUpdate", rollingUpdate: nodeRollout },
  },
};

/**
 * The Amazon EFS CSI driver, installed from its Helm chart.
 *
 * One a cluster; every `EfsStorageClass` of the cluster shares it.
 *
 * @see https://github.com/kubernetes-sigs/aws-efs-csi-driver
 */
export class EfsCsiDriver extends Construct implements IEfsCsiDriver, ITerraformDependable {
  /**
   * No chart that harms: https://github.com/kubernetes-sigs/aws-efs-csi-driver/issues/1270,
   * https://github.com/kubernetes-sigs/aws-efs-csi-driver/issues/1560 and
   * https://github.com/kubernetes-sigs/aws-efs-csi-driver/pull/1846.
   *
   * @internal
   */
  public static readonly _harmless: Rule = {
    kind: "differsFrom",
    pattern: "^v?(2[.]4[.]9|3[.]1[.][2-4]|4[.]0[.]0)([-+].*)?$",
    must: "must be a chart that does no harm: with 2.4.9 mounts hang when a pod of the driver restarts, 3.1.2 to 3.1.4 break the mounts of older drivers, and 4.0.0 ignores how the driver is rolled out",
  };

  /** @internal */
  public static readonly _attributeRules: Rules<EfsCsiDriverAttributes> = {
    namespace: [namespace],
    helmChartVersion: [exactVersion(EFS_RECOMMENDED)],
    helmProvider: [],
  };

  /** @internal */
  public static readonly _optionRules: Rules<EfsCsiDriverOptions> = {
    namespace: [namespace],
    helmProvider: [],
    dependsOn: [],
  };

  /** @internal */
  public static readonly _rules: Rules<EfsCsiDriverProps> = {
    ...EfsCsiDriver._optionRules,
    helmChartVersion: [exactVersion(EFS_RECOMMENDED), EfsCsiDriver._harmless],
    chartRepository: [chartRepository],
    values: [chartValues],
    controllerRoleArn: [roleArn],
    nodeRoleArn: [roleArn],
    clusterName: [clusterName],
    timeout: [timeoutSeconds],
  };

  /**
   * A driver that the EKS add-on `aws-efs-csi-driver` or another tool installed.
   *
   * @throws an error if an attribute breaks its rule.
   */
  public static fromInstalled(
    scope: Construct,
    id: string,
    attributes: EfsCsiDriverAttributes = {},
  ): IEfsCsiDriver {
    return new InstalledDriver(scope, id, attributes);
  }

  /** Kubernetes namespace of the driver. */
  public readonly namespace: string;
  /** Service account that makes access points: the one that needs AWS permissions. */
  public readonly controllerServiceAccountName: string = CONTROLLER_SERVICE_ACCOUNT;
  /** Service account that mounts. */
  public readonly nodeServiceAccountName: string = NODE_SERVICE_ACCOUNT;
  /** Version of its Helm chart; undefined where a path leads to the chart. */
  public readonly helmChartVersion?: string;
  /** Helm provider of the cluster; undefined for the stack's default one. */
  public readonly helmProvider?: TerraformProvider;
  /** The Helm release, for overrides. */
  public readonly release: TerraformResource;

  /**
   * @throws an error if a prop breaks its rule, if `helmProvider` is of another stack, or if the chart is known to be too old for an identity in `dependsOn`; and, when the program is synthesized, if the cluster has this driver twice.
   */
  constructor(scope: Construct, id: string, props: EfsCsiDriverProps = {}) {
    super(scope, id);
    const given = checkProps(this, props, EfsCsiDriver._rules);
    this.namespace = given.namespace ?? "kube-system";
    this.helmProvider = given.helmProvider;
    const version = given.helmChartVersion ?? EFS_RECOMMENDED;
    const repository =
      given.chartRepository ?? "https://kubernetes-sigs.github.io/aws-efs-csi-driver";
    this.helmChartVersion = isRemote(repository) ? version : undefined;
    for (const { identity, since, unknown, chart } of identities) {
      if (
        isBefore(this.helmChartVersion, since) &&
        given.dependsOn?.some(isAssociation(identity))
      ) {
        throw new Error(
          `${this.node.path}: \`helmChartVersion\` must be ${since} or later where \`dependsOn\` has an ${identity.name}, for older drivers do not know ${unknown}, got ${JSON.stringify(version)}: give it ${chart}.`,
        );
      }
    }
    this.release = driverRelease(this, {
      chart: "aws-efs-csi-driver",
      repository,
      version,
      namespace: this.namespace,
      timeout: given.timeout ?? 900,
      timeoutComment: "More than Helm's five minutes: a daemon set rolls slowly over many nodes.",
      ownValues,
      optionalValues: [
        { about: given.controllerRoleArn, values: (arn) => ({ controller: serviceAccount(arn) }) },
        { about: given.nodeRoleArn, values: (arn) => ({ node: serviceAccount(arn) }) },
        {
          about: given.clusterName,
          values: (name) => ({ controller: { tags: { [CLUSTER_TAG]: name } } }),
        },
      ],
      values: given.values,
      dependsOn: given.dependsOn,
      provider: given.helmProvider,
    });
    hclComment(
      this.release,
      "The controller's two replicas use the host network and cannot share a node: one of them may be missing, or a cluster of one node never becomes ready (https://github.com/kubernetes-sigs/aws-efs-csi-driver/issues/728). Charts up to 3.4.1 read updateStrategy, those from 4.0.1 on rollingUpdate.",
      "values",
    );
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

class InstalledDriver extends Construct implements IEfsCsiDriver {
  public readonly namespace: string;
  public readonly controllerServiceAccountName = CONTROLLER_SERVICE_ACCOUNT;
  public readonly nodeServiceAccountName = NODE_SERVICE_ACCOUNT;
  public readonly helmChartVersion?: string;
  public readonly helmProvider?: TerraformProvider;
  public readonly dependables: ITerraformDependable[] = [];

  constructor(scope: Construct, id: string, attributes: EfsCsiDriverAttributes) {
    super(scope, id);
    const given = checkProps(this, attributes, EfsCsiDriver._attributeRules);
    this.namespace = given.namespace ?? "kube-system";
    this.helmChartVersion = given.helmChartVersion;
    this.helmProvider = given.helmProvider;
  }
}

/** Whether something is an identity of a kind, by Pod Identity. */
function isAssociation(identity: typeof EfsCsiIdentity | typeof S3FilesCsiIdentity) {
  return (it: ITerraformDependable): boolean =>
    it instanceof identity && Object.keys(it.associations).length > 0;
}
