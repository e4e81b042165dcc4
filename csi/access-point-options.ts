import type { ReclaimPolicy } from "./reclaim-policy";

/**
 * What may be chosen of a StorageClass whose every claim becomes an access point.
 */
export interface AccessPointOptions {
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
