import type { TerraformResource } from "cdktf";
import { Construct } from "constructs";
import type { AccessPointOptions } from "../access-point-options";
import type { IEfsCsiDriver } from "../efs-driver/efs-csi-driver";
import type { IEfsFileSystem } from "../efs-file-system/efs-file-system";
import { accessPointClass, accessPointRules, text } from "../internal/access-point-class";
import { isBefore } from "../internal/is-before";
import { checkProps, type Rules, required } from "../internal/rule-kinds";
import { namespace, storageClassName } from "../internal/shared-rules";
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
export interface EfsStorageClassProps extends EfsStorageClassOptions, AccessPointOptions {
  /**
   * The driver that serves the class.
   */
  readonly driver: IEfsCsiDriver;

  /**
   * The file system that the class puts its volumes on.
   */
  readonly fileSystem: IEfsFileSystem;

  /**
   * Whether a claim gets the access point that a claim of its name had before.
   *
   * Claims of one name in two namespaces then share their files. Since chart
   * 2.5.0.
   *
   * @see https://github.com/kubernetes-sigs/aws-efs-csi-driver/blob/master/docs/parameters.md
   * @default - false, by the driver
   */
  readonly reuseAccessPoint?: boolean;

  /**
   * Whether a claim on a One Zone file system binds its pods to that zone.
   *
   * Since chart 3.4.0.
   *
   * @default - false, by the driver
   */
  readonly enforceZoneAffinity?: boolean;

  /**
   * Whether the driver tags its access points.
   *
   * Without tags IAM cannot tell them from others, and AWS's own policy,
   * `AmazonEFSCSIDriverPolicy`, denies every claim. Since chart 4.4.0.
   *
   * @default - true, by the driver
   */
  readonly enableTagging?: boolean;

  /**
   * Secret with the role by which the driver reaches a file system of another
   * account.
   *
   * The driver's chart lets it read `x-account` in its own namespace. Given with
   * its namespace.
   *
   * @see https://github.com/kubernetes-sigs/aws-efs-csi-driver/tree/master/examples/kubernetes/cross_account_mount
   * @default - the file system is of the cluster's account
   */
  readonly provisionerSecretName?: string;

  /**
   * Namespace of that secret.
   *
   * Given with its name.
   *
   * @default - the file system is of the cluster's account
   */
  readonly provisionerSecretNamespace?: string;

  /**
   * Availability Zone of the mount target that pods of another account mount by.
   *
   * Given with the secret.
   *
   * @default - any
   */
  readonly az?: string;
}

/** The first chart whose driver knows a parameter; one before ignores it without a word. */
const sinceChart: Readonly<Partial<Record<keyof EfsStorageClassProps, string>>> = {
  subPathPattern: "2.5.0",
  ensureUniqueDirectory: "2.5.0",
  reuseAccessPoint: "2.5.0",
  enforceZoneAffinity: "3.4.0",
  enableTagging: "4.4.0",
};

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
    ...accessPointRules,
    driver: [required],
    fileSystem: [required],
    reuseAccessPoint: [],
    enforceZoneAffinity: [],
    enableTagging: [],
    provisionerSecretName: [
      {
        kind: "matches",
        pattern: "^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$",
        maxLength: 253,
        must: "must be the name of a Kubernetes secret such as x-account",
      },
    ],
    provisionerSecretNamespace: [
      namespace,
      {
        kind: "together",
        other: "provisionerSecretName",
        must: "must be given together with the secret's name, or neither",
      },
    ],
    az: [
      {
        kind: "matches",
        pattern: "^[a-z]{2,4}(-[a-z0-9]+)+-[1-9][0-9]?[a-z]$",
        must: "must be an Availability Zone such as us-west-2a",
      },
      {
        kind: "needs",
        other: "provisionerSecretName",
        must: "must be given together with the secret of another account",
      },
    ],
  };

  /** Registered StorageClass. */
  public readonly storageClassName: string;
  /** The Helm release of the class, for overrides. */
  public readonly release: TerraformResource;

  /**
   * @throws an error if a prop breaks its rule, if the driver's chart is known not to know a parameter, or if its provider is of another stack; and, when the program is synthesized, if the cluster has a class of the name already.
   */
  constructor(scope: Construct, id: string, props: EfsStorageClassProps) {
    super(scope, id);
    const given = checkProps(this, props, EfsStorageClass._rules);
    const { driver, fileSystem } = given;
    refuseUnknownParameters(this, given);
    this.storageClassName = given.storageClassName ?? "efs-sc";
    this.release = accessPointClass(this, given, {
      name: this.storageClassName,
      provisioningMode: "efs-ap",
      driver,
      fileSystem,
      parameters: {
        az: given.az,
        "csi.storage.k8s.io/provisioner-secret-name": given.provisionerSecretName,
        "csi.storage.k8s.io/provisioner-secret-namespace": given.provisionerSecretNamespace,
        enableTagging: text(given.enableTagging),
        enforceZoneAffinity: text(given.enforceZoneAffinity),
        reuseAccessPoint: text(given.reuseAccessPoint),
      },
    });
  }

  /** Address of the class's Helm release. */
  public get fqn(): string {
    return this.release.fqn;
  }
}

/** @throws an error for a parameter that the driver would ignore, where its chart's version is known. */
function refuseUnknownParameters(scope: Construct, props: EfsStorageClassProps): void {
  const version = props.driver.helmChartVersion;
  for (const [name, since] of Object.entries(sinceChart)) {
    const value = props[name as keyof EfsStorageClassProps];
    if (value !== undefined && isBefore(version, since)) {
      throw new Error(
        `${scope.node.path}: \`${name}\` must be left out with the chart ${version}, whose driver ignores it, got ${JSON.stringify(value)}: leave it out, or give the driver \`helmChartVersion\` ${since} or later.`,
      );
    }
  }
}
