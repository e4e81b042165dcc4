import { Fn, TerraformLocal, type TerraformResource, Token } from "cdktf";
import { Construct } from "constructs";
import { hclComment } from "../internal/hcl-comment";
import { awsRegion, checkProps, type Rules, required, storageClassName } from "../internal/rules";
import { storageClassLocal, storageRelease } from "../internal/storage-release";
import { TerraformData } from "../internal/terraform-data";
import type { IS3MountpointCsiDriver } from "../s3-mountpoint-driver/s3-mountpoint-csi-driver";
import type { IStorageClass } from "../storage-class";

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
export interface S3MountpointStorageClassProps extends S3MountpointStorageClassOptions {
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
   * Further mount options of Mountpoint, one an item, such as `read-only` or
   * `prefix logs/`.
   *
   * Appended to the region and what lets any user of a pod read, write,
   * overwrite and delete.
   *
   * @see https://github.com/awslabs/mountpoint-s3/blob/main/doc/CONFIGURATION.md
   * @default []
   */
  readonly mountOptions?: string[];
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
    mountOptions: [
      {
        kind: "eachMatches",
        // One option an item: the driver splits an item at its first space or "=".
        // https://github.com/awslabs/mountpoint-s3-csi-driver/blob/v2.7.0/pkg/mountpoint/args.go
        // What would begin a template of Terraform is left out: cdktf does not escape it.
        pattern: '^(--)?[a-z][a-z0-9-]*([ =][^\\s"\\\\{]+)?$',
        must: "must hold one Mountpoint option an item, such as read-only or prefix logs/",
      },
    ],
  };

  /** Name of the created class. */
  public readonly storageClassName: string;
  /** What the volumes are named after: replacing it gives back those that claims released. */
  public readonly pool: TerraformResource;
  /** The Helm release of the class and its volumes, for overrides. */
  public readonly release: TerraformResource;

  /**
   * @throws an error if a prop breaks its rule; and, when the program is synthesized, if the cluster has a class of the name already.
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
      volumeAttributes: { bucketName: given.bucketName },
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
      "The driver does not provision (https://github.com/awslabs/mountpoint-s3-csi-driver/issues/125), so a pool of volumes waits for claims. They are named after this id. A volume's source is immutable, and Helm takes over volumes of the same names that are still being deleted: they would vanish afterwards. So another source, and each install, gets an id of its own. Replacing it replaces the volumes that no claim is bound to.",
    );
    this.release = storageRelease(this, {
      chart: "s3-mountpoint-storage-class",
      namespace: driver.namespace,
      className: this.storageClassName,
      storageClass,
      values: {
        keeper: {
          enabled: true,
          image: "public.ecr.aws/amazonlinux/amazonlinux:2023.12.20260706.1",
          schedule: "* * * * *",
        },
        volumes: {
          // Kubelet hands the driver the first mode, whatever the claim asks for. The driver
          // refuses ReadWriteOnce, and a claim for ReadOnlyMany would get a mount that writes.
          accessModes: ["ReadWriteMany", "ReadWriteOnce"],
          capacity: "1Pi",
          count: given.volumeCount ?? 64,
          csi: volumeSource.expression,
          mountOptions: mountOptions(given),
          pool: pool.id,
        },
      },
      dependsOn: driver.dependables,
      provider: driver.helmProvider,
    });
    hclComment(
      this.release,
      "Without the last three mount options only root could use the volumes: what guards the bucket is IAM, and who may make claims.",
      "values.volumes.mountOptions",
    );
  }

  /** Address of the class's Helm release. */
  public get fqn(): string {
    return this.release.fqn;
  }
}

/** What any user of a pod needs to read, write, overwrite and delete, and what the caller adds. */
function mountOptions(props: S3MountpointStorageClassProps): string[] {
  const further = props.mountOptions ?? [];
  const own = [
    `region ${props.awsRegion}`,
    "allow-delete",
    "allow-overwrite",
    "allow-other",
    "dir-mode 0777",
    "file-mode 0666",
  ];
  return Token.isUnresolved(further) ? Fn.concat([own, further]) : [...own, ...further];
}
