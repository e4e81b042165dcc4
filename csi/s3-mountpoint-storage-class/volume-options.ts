/**
 * Where the cache of a Mountpoint pod lies.
 */
export enum S3MountpointCacheType {
  /** On the node's own disk, or in its memory. */
  EMPTY_DIR = "emptyDir",
  /** On a volume of another StorageClass, made and deleted with the Mountpoint pod. */
  EPHEMERAL = "ephemeral",
}

/**
 * A cache on the node of what is read from the bucket.
 *
 * Every node has one for each of its Mountpoint pods.
 *
 * @see https://github.com/awslabs/mountpoint-s3-csi-driver/blob/v2.7.0/docs/CACHING.md
 */
export interface S3MountpointCache {
  /**
   * Where the cache lies.
   *
   * @default - no cache
   */
  readonly type?: S3MountpointCacheType;

  /**
   * Size at which an `emptyDir` is full, a quantity such as `10Gi`.
   *
   * Mountpoint keeps to 95 % of it. Without it the cache may fill the node's
   * disk, which evicts pods.
   *
   * @default - no limit
   */
  readonly sizeLimit?: string;

  /**
   * `Memory` puts an `emptyDir` into memory, where it counts toward the limit of
   * the Mountpoint container.
   *
   * @default - the node's disk
   */
  readonly medium?: string;

  /**
   * StorageClass of an `ephemeral` cache, which must give ReadWriteOnce.
   *
   * @default - none, which `ephemeral` needs
   */
  readonly storageClassName?: string;

  /**
   * Size of an `ephemeral` cache, a quantity such as `100Gi`.
   *
   * @default - none, which `ephemeral` needs
   */
  readonly resourceRequest?: string;
}

/**
 * CPU and memory of each Mountpoint container, as Kubernetes quantities.
 *
 * @see https://github.com/awslabs/mountpoint-s3-csi-driver/blob/v2.7.0/docs/CONFIGURATION.md
 */
export interface S3MountpointContainerResources {
  /**
   * CPU requested, such as `100m`.
   *
   * A Mountpoint pod must run on the node of its workload: where a request does
   * not fit there, the workload waits in ContainerCreating.
   *
   * @default - no request
   */
  readonly requestsCpu?: string;

  /**
   * Memory requested, such as `512Mi`: see `requestsCpu`.
   *
   * @default - no request
   */
  readonly requestsMemory?: string;

  /**
   * CPU at most, such as `2`.
   *
   * @default - no limit
   */
  readonly limitsCpu?: string;

  /**
   * Memory at most, such as `2Gi`.
   *
   * Mountpoint 1.22 does not heed it: over the limit it is killed, and the
   * mounts of the node with it.
   *
   * @default - no limit
   */
  readonly limitsMemory?: string;
}

/**
 * Whose AWS permissions a mount has.
 */
export enum S3MountpointAuthenticationSource {
  /** Those of the driver's service account, for all claims alike. */
  DRIVER = "driver",
  /** Those of the service account of the pod that mounts. */
  POD = "pod",
}

/**
 * What each volume of an S3 class tells the driver, and holds immutable.
 *
 * A change renews the volumes that no claim is bound to: it reaches new claims,
 * while bound ones stay as they are.
 */
export interface S3MountpointVolumeOptions {
  /**
   * Whose AWS permissions a mount has.
   *
   * With `pod` the service account of each workload needs a role of its own, by
   * EKS Pod Identity or IRSA.
   * @see https://github.com/awslabs/mountpoint-s3-csi-driver/blob/v2.7.0/docs/CONFIGURATION.md#pod-level-credentials
   * @default "driver"
   */
  readonly authenticationSource?: S3MountpointAuthenticationSource;

  /**
   * Region of AWS STS that hands out the credentials of pods with IRSA.
   *
   * @default - the region of the bucket
   */
  readonly stsRegion?: string;

  /**
   * A cache on the node of what is read from the bucket.
   *
   * @default {}
   */
  readonly cache?: S3MountpointCache;

  /**
   * CPU and memory of each Mountpoint container, as Kubernetes quantities.
   *
   * @default {}
   */
  readonly containerResources?: S3MountpointContainerResources;

  /**
   * Address of the HTTPS proxy through which Mountpoint reaches S3.
   *
   * Needs the chart 2.6.0.
   *
   * @default - no proxy
   */
  readonly httpsProxy?: string;

  /**
   * Hosts that are reached without the proxy, with commas between.
   *
   * @default - none
   */
  readonly noProxy?: string;
}
