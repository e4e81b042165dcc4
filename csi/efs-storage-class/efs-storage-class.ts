import { Fn, type TerraformResource, Token } from "cdktf";
import { Construct } from "constructs";
import type { IEfsCsiDriver } from "../efs-driver/efs-csi-driver";
import type { IEfsFileSystem } from "../efs-file-system/efs-file-system";
import { isBefore } from "../internal/chart-version";
import { nonNull } from "../internal/non-null-entries";
import {
  checkProps,
  labelValues,
  namespace,
  qualifiedKeys,
  type Rule,
  type Rules,
  required,
  storageClassName,
} from "../internal/rules";
import { storageClassLocal, storageRelease } from "../internal/storage-release";
import { ReclaimPolicy } from "../reclaim-policy";
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
   * Mode of each claim's directory, in octal digits.
   *
   * Its owner must be able to enter it, or no pod can mount.
   *
   * @see https://docs.aws.amazon.com/efs/latest/ug/efs-access-points.html#create-root-directory-access-point
   * @default "700"
   */
  readonly directoryPerms?: string;

  /**
   * User id that every file of the class belongs to, from 1 to 4294967295.
   *
   * All claims of the class share it, so that a pod which reaches two of them
   * is the owner in both. Given with `gid`.
   *
   * @default - one of the range for each claim
   */
  readonly uid?: number;

  /**
   * Group id that every file of the class belongs to, from 1 to 4294967295.
   *
   * Given with `uid`.
   *
   * @default - one of the range for each claim
   */
  readonly gid?: number;

  /**
   * First id that a claim may get as the user and the group of its files.
   *
   * Given with the range's end.
   *
   * @default - 50000, by the driver
   */
  readonly gidRangeStart?: number;

  /**
   * Last id that a claim may get, greater than the first.
   *
   * The driver uses the first 51000 of a wider range, from chart 3.4.1 on the
   * first 60000.
   *
   * @default - the end of what the driver can use
   */
  readonly gidRangeEnd?: number;

  /**
   * Directory of the file system for the directories of the claims.
   *
   * An absolute path of at most three directories and 59 characters. EFS makes
   * it with the first claim.
   *
   * @see https://docs.aws.amazon.com/efs/latest/ug/API_RootDirectory.html
   * @default - the root of the file system
   */
  readonly basePath?: string;

  /**
   * Name of a claim's directory below the base path.
   *
   * Text with `${.PVC.name}`, `${.PVC.namespace}` and `${.PV.name}`. Since chart
   * 2.5.0.
   *
   * @default - the volume's name
   */
  readonly subPathPattern?: string;

  /**
   * Whether a random suffix keeps directories of one pattern apart.
   *
   * Without it claims whose directories have the same name share their files.
   * Given with the pattern. Since chart 2.5.0.
   *
   * @default - true, by the driver
   */
  readonly ensureUniqueDirectory?: boolean;

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

  /**
   * What becomes of a volume when its claim is deleted.
   *
   * `Delete` deletes the access point, and leaves the directory with its files.
   * `Retain` keeps the access point as well.
   *
   * @default "Delete"
   */
  readonly reclaimPolicy?: ReclaimPolicy;

  /**
   * Mount options of the volumes, for the EFS mount helper.
   *
   * The driver writes them in lower case. `tls` and the access point are given
   * by itself.
   *
   * @see https://docs.aws.amazon.com/efs/latest/ug/efs-mount-settings.html
   * @default []
   */
  readonly mountOptions?: string[];

  /**
   * Whether claims that name no class get this one.
   *
   * @see https://kubernetes.io/docs/concepts/storage/storage-classes/#default-storageclass
   * @default false
   */
  readonly isDefaultClass?: boolean;

  /**
   * Labels of the StorageClass.
   *
   * Those that Helm gives it are not replaced.
   *
   * @default {}
   */
  readonly labels?: { [key: string]: string };

  /**
   * Annotations of the StorageClass.
   *
   * @default {}
   */
  readonly annotations?: { [key: string]: string };
}

/** A user or a group that is not root, whom the file system's policy admits to no access point. */
const posixId: Rule = {
  kind: "integerBetween",
  min: 1,
  max: 4294967295,
  must: "must be a whole number from 1 to 4294967295: the policy of the file system admits nobody as root",
};

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
    driver: [required],
    fileSystem: [required],
    directoryPerms: [
      {
        kind: "matches",
        pattern: "^[0-7]?[1357][0-7]{2}$",
        must: "must be three or four octal digits that let the owner enter, such as 700",
      },
    ],
    uid: [posixId],
    gid: [
      posixId,
      { kind: "together", other: "uid", must: "must be given together with `uid`, or neither" },
    ],
    gidRangeStart: [posixId],
    gidRangeEnd: [
      posixId,
      {
        kind: "together",
        other: "gidRangeStart",
        must: "must be given together with the range's start, or neither",
      },
      {
        kind: "greaterThan",
        other: "gidRangeStart",
        must: "must be greater than the range's start",
      },
    ],
    basePath: [
      {
        kind: "matches",
        pattern: "^(/[A-Za-z0-9_-][A-Za-z0-9_.-]*){1,3}$",
        maxLength: 59,
        must: "must be an absolute path such as /data: at most three directories and 59 characters, of letters, digits, dots, hyphens and underscores",
      },
    ],
    subPathPattern: [
      {
        kind: "matches",
        pattern:
          "^([A-Za-z0-9_-]|[$][{][.](PVC[.](name|namespace)|PV[.]name)[}])([A-Za-z0-9_./-]|[$][{][.](PVC[.](name|namespace)|PV[.]name)[}])*$",
        must: "must be a relative path of letters, digits, hyphens, underscores, dots and the variables .PVC.name, .PVC.namespace and .PV.name",
      },
    ],
    ensureUniqueDirectory: [
      {
        kind: "needs",
        other: "subPathPattern",
        must: "must be given together with the pattern of the directory's name",
      },
    ],
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
    reclaimPolicy: [
      {
        kind: "oneOf",
        values: Object.values(ReclaimPolicy),
        must: "must be Delete or Retain",
      },
    ],
    mountOptions: [
      {
        kind: "eachMatches",
        pattern: '^[a-z][a-z0-9_-]*(=[^\\s,"\\\\{]+)?$',
        must: "must hold one option of the EFS mount helper an item, such as noresvport or rsize=1048576",
      },
    ],
    isDefaultClass: [],
    labels: [qualifiedKeys, labelValues],
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
    refuseUnknownParameters(this, given);
    this.storageClassName = given.storageClassName ?? "efs-sc";
    const mountOptions = given.mountOptions ?? [];
    this.release = storageRelease(this, {
      chart: "efs-storage-class",
      namespace: driver.namespace,
      className: this.storageClassName,
      storageClass: storageClassLocal(this, {
        name: this.storageClassName,
        provisioner: "efs.csi.aws.com",
        parameters: parameters(given),
        reclaimPolicy: given.reclaimPolicy ?? ReclaimPolicy.DELETE,
        volumeBindingMode: "Immediate",
        ...(mountOptions.length > 0 && { mountOptions }),
      }),
      values: {
        annotations: given.annotations ?? {},
        isDefaultClass: given.isDefaultClass ?? false,
        labels: given.labels ?? {},
      },
      dependsOn: [...driver.dependables, ...fileSystem.dependables],
      provider: driver.helmProvider,
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

/** The class's parameters, all of which the driver takes as text. */
function parameters(props: EfsStorageClassProps): Record<string, unknown> {
  const own = {
    directoryPerms: props.directoryPerms ?? "700",
    fileSystemId: props.fileSystem.fileSystemId,
    provisioningMode: "efs-ap",
  };
  const further = nonNull({
    az: props.az,
    basePath: props.basePath,
    "csi.storage.k8s.io/provisioner-secret-name": props.provisionerSecretName,
    "csi.storage.k8s.io/provisioner-secret-namespace": props.provisionerSecretNamespace,
    enableTagging: text(props.enableTagging),
    enforceZoneAffinity: text(props.enforceZoneAffinity),
    ensureUniqueDirectory: text(props.ensureUniqueDirectory),
    gid: text(props.gid),
    gidRangeEnd: text(props.gidRangeEnd),
    gidRangeStart: text(props.gidRangeStart),
    reuseAccessPoint: text(props.reuseAccessPoint),
    subPathPattern: literal(props.subPathPattern),
    uid: text(props.uid),
  });
  return Token.isUnresolved(further) ? Fn.merge([own, further]) : { ...own, ...further };
}

/** Text in which Terraform begins no template. */
function literal(value: string | undefined): string | undefined {
  return Token.isUnresolved(value) ? value : value?.replace(/\$\{/g, () => "$${");
}

function text(value: number | boolean | undefined): string | undefined {
  if (value === undefined) return undefined;
  return Token.isUnresolved(value) ? Fn.tostring(value) : String(value);
}
