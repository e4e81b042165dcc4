import { conditional, Fn, TerraformLocal, type TerraformResource, Token } from "cdktf";
import { Construct } from "constructs";
import { hclComment } from "../internal/hcl-comment";
import { checkProps, type Rules, required } from "../internal/rule-kinds";
import { awsRegion, labelValues, qualifiedKeys, storageClassName } from "../internal/shared-rules";
import { storageClassLocal, storageRelease } from "../internal/storage-release";
import { TerraformData } from "../internal/terraform-data";
import type { IS3MountpointCsiDriver } from "../s3-mountpoint-driver/s3-mountpoint-csi-driver";
import type { IStorageClass } from "../storage-class";
import { keyPrefix, mountOptionRules, mountOptions } from "./mount-options";
import { volumeAttributeRules, volumeAttributes } from "./volume-attributes";
import type { S3MountpointVolumeOptions } from "./volume-options";

/**
 * What may be chosen of every StorageClass on an S3 bucket.
 */
export interface S3MountpointStorageClassOptions {
  /**
   * AWS region where the bucket exists.
   *
   * It may differ from the cluster's. A change reaches a running pod when the
   * pod is restarted.
   */
  readonly awsRegion: string;

  /**
   * Name of the S3 bucket to mount.
   *
   * A general purpose or directory bucket, the alias or the ARN of an access
   * point; it may belong to another account. Every claim sees the whole bucket
   * and may delete in it: switch Bucket Versioning on.
   *
   * @see https://github.com/awslabs/mountpoint-s3/blob/main/doc/SEMANTICS.md
   */
  readonly bucketName: string;

  /**
   * StorageClass name.
   *
   * @default "s3-mountpoint"
   */
  readonly storageClassName?: string;
}

/**
 * Properties of a StorageClass on an S3 bucket.
 */
export interface S3MountpointStorageClassProps
  extends S3MountpointStorageClassOptions,
    S3MountpointVolumeOptions {
  /**
   * The driver that serves the class.
   */
  readonly driver: IS3MountpointCsiDriver;

  /**
   * Number of volumes, and so of claims that can be bound at one time.
   *
   * The driver does not provision: a claim is bound to a volume that waits. A
   * volume costs nothing until it is mounted. From 1 to 1000.
   *
   * @default 64
   */
  readonly volumeCount?: number;

  /**
   * Whether pods may only read.
   *
   * A class that reads takes claims for `ReadOnlyMany` alone, one that writes
   * those for `ReadWriteMany` and `ReadWriteOnce`. A change reaches a running
   * pod when the pod is restarted.
   *
   * @default false
   */
  readonly readOnly?: boolean;

  /**
   * Key prefix that is mounted instead of the whole bucket, such as `team-a/`.
   *
   * It is what a pod sees, and no fence: that is the policy of the role that
   * mounts. A change reaches a running pod when the pod is restarted.
   *
   * @see https://github.com/awslabs/mountpoint-s3/blob/mountpoint-s3-1.22.3/doc/CONFIGURATION.md
   * @default - the whole bucket
   */
  readonly prefix?: string;

  /**
   * Further mount options of Mountpoint, one an item, such as `uid 1000` or
   * `allow-root`.
   *
   * One of the same name as one of ours stands in its place: ours are the
   * region, and what lets any user of a pod read, write, overwrite and delete.
   * A change reaches a running pod when the pod is restarted.
   *
   * @see https://github.com/awslabs/mountpoint-s3/blob/mountpoint-s3-1.22.3/doc/CONFIGURATION.md
   * @default []
   */
  readonly mountOptions?: string[];

  /**
   * Whether a CronJob gives volumes back whose claims were deleted.
   *
   * Kubernetes does not: without it each claim ever made uses a volume up.
   *
   * @default true
   */
  readonly keeperEnabled?: boolean;

  /**
   * When the keeper runs, as the schedule of a CronJob.
   *
   * @see https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#schedule-syntax
   * @default "* * * * *"
   */
  readonly keeperSchedule?: string;

  /**
   * Image of the keeper, by its tag or digest: any with `/bin/sh` and curl 7.75.
   *
   * Name a mirror where the nodes cannot reach `public.ecr.aws`.
   *
   * @default "public.ecr.aws/amazonlinux/amazonlinux:2023.12.20260706.1"
   */
  readonly keeperImage?: string;

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

/**
 * A Kubernetes StorageClass with a pool of volumes, each of which is the whole
 * of one S3 bucket.
 *
 * Stands in `dependsOn`: what uses the class is then created after it and
 * destroyed before it.
 *
 * @see https://github.com/awslabs/mountpoint-s3-csi-driver/blob/main/docs/CONFIGURATION.md#static-provisioning
 */
export class S3MountpointStorageClass extends Construct implements IStorageClass {
  /** @internal */
  public static readonly _optionRules: Rules<S3MountpointStorageClassOptions> = {
    awsRegion: [required, awsRegion],
    bucketName: [
      required,
      {
        kind: "matches",
        // Capitals, underscores and 255 characters: legacy buckets of us-east-1.
        // https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
        pattern:
          "^([A-Za-z0-9][A-Za-z0-9._-]+[A-Za-z0-9]|arn:[a-z-]+:s3[a-z-]*:[a-z0-9-]*:[0-9]{12}:(accesspoint|outpost)[/:][A-Za-z0-9._/:-]+)$",
        maxLength: 255,
        must: "must be the name of a bucket (3 to 255 letters, digits, dots, hyphens and underscores) or the ARN of an access point; write my-bucket, without s3:// before it and without a prefix after it",
      },
    ],
    storageClassName: [storageClassName],
  };

  /** @internal */
  public static readonly _rules: Rules<S3MountpointStorageClassProps> = {
    ...S3MountpointStorageClass._optionRules,
    driver: [required],
    volumeCount: [
      { kind: "integerBetween", min: 1, max: 1000, must: "must be a whole number from 1 to 1000" },
    ],
    readOnly: [],
    prefix: [keyPrefix],
    mountOptions: mountOptionRules,
    ...volumeAttributeRules,
    keeperEnabled: [],
    keeperSchedule: [
      {
        kind: "matches",
        pattern: "^(@[a-z]+|[0-9A-Za-z*/,?-]+( [0-9A-Za-z*/,?-]+){4})$",
        must: "must be a schedule of a CronJob, such as * * * * * or @hourly",
      },
    ],
    keeperImage: [
      {
        kind: "matches",
        pattern: "^[a-z0-9][A-Za-z0-9._/:-]*[:@][A-Za-z0-9._:-]+$",
        must: "must be an image with a tag or digest, such as registry.example.com/curl:8.18.0",
      },
    ],
    isDefaultClass: [],
    labels: [qualifiedKeys, labelValues],
    annotations: [qualifiedKeys],
  };

  /** Name of the created class. */
  public readonly storageClassName: string;
  /** What the volumes are named after: replacing it gives back those that claims released. */
  public readonly pool: TerraformResource;
  /** The Helm release of the class and its volumes, for overrides. */
  public readonly release: TerraformResource;

  /**
   * @throws an error if a prop breaks its rule, or if the driver's provider is of another stack; and, when the program is synthesized, if the cluster has a class of the name already.
   */
  constructor(scope: Construct, id: string, props: S3MountpointStorageClassProps) {
    super(scope, id);
    const given = checkProps(this, props, S3MountpointStorageClass._rules);
    const { driver } = given;
    this.storageClassName = given.storageClassName ?? "s3-mountpoint";
    const storageClass = storageClassLocal(this, {
      name: this.storageClassName,
      provisioner: "s3.csi.aws.com",
      reclaimPolicy: "Retain",
      volumeBindingMode: "Immediate",
    });
    const volumeSource = new TerraformLocal(this, "volume_source", {
      driver: "s3.csi.aws.com",
      volumeAttributes: volumeAttributes(given.bucketName, given),
    });
    hclComment(volumeSource, "What Kubernetes holds immutable in a volume, but for its name.");
    const pool = new TerraformData(this, "pool", {
      namespace: driver.namespace,
      storage_class: storageClass.expression,
      volume_source: volumeSource.expression,
    });
    this.pool = pool;
    hclComment(
      pool,
      "The driver does not provision (https://github.com/awslabs/mountpoint-s3-csi-driver/issues/125), so a pool of volumes waits for claims. They are named after this id: a volume's source is immutable, so another source needs other volumes. Replacing it replaces the volumes that no claim is bound to.",
    );
    this.release = storageRelease(this, {
      chart: "s3-mountpoint-storage-class",
      className: this.storageClassName,
      driver,
      storageClass,
      values: {
        annotations: given.annotations ?? {},
        isDefaultClass: given.isDefaultClass ?? false,
        keeper: {
          enabled: given.keeperEnabled ?? true,
          image: given.keeperImage ?? "public.ecr.aws/amazonlinux/amazonlinux:2023.12.20260706.1",
          schedule: given.keeperSchedule ?? "* * * * *",
        },
        labels: given.labels ?? {},
        volumes: {
          accessModes: accessModes(given.readOnly ?? false),
          capacity: "1Pi",
          count: given.volumeCount ?? 64,
          csi: volumeSource.expression,
          mountOptions: mountOptions(this, given),
          pool: pool.id,
        },
      },
      valuesOfInstall: { volumes: { install: Fn.uuid() } },
      dependsOn: driver.dependables,
    });
    hclComment(
      this.release,
      "Without allow-other and these modes only root could use the volumes: what guards the bucket is IAM, and who may make claims.",
      "values.volumes.mountOptions",
    );
    hclComment(
      this.release,
      "The volumes are named after this, too, which stays as it is until the release is installed anew. Helm takes over volumes of the same names that are still being deleted, and they would vanish afterwards.",
      "values.volumes.install",
    );
  }

  /** Address of the class's Helm release. */
  public get fqn(): string {
    return this.release.fqn;
  }
}

/**
 * Kubelet hands the driver the first mode, whatever the claim asks for. The
 * driver refuses ReadWriteOnce and mounts ReadOnlyMany for reading, and a claim
 * for that must not get a mount that writes.
 */
function accessModes(readOnly: boolean): string[] {
  const reading = ["ReadOnlyMany"];
  const writing = ["ReadWriteMany", "ReadWriteOnce"];
  if (Token.isUnresolved(readOnly)) {
    return Token.asList(conditional(readOnly, reading, writing));
  }
  return readOnly ? reading : writing;
}
