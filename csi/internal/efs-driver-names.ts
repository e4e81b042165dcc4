// Names of the Amazon EFS CSI driver's own.

/** Service account that makes access points. */
export const CONTROLLER_SERVICE_ACCOUNT = "efs-csi-controller-sa";

/** Service account that mounts. */
export const NODE_SERVICE_ACCOUNT = "efs-csi-node-sa";

/** The tag that the driver gives each access point. */
export const DRIVER_TAG = "efs.csi.aws.com/cluster";

/** The tag that it gives them by `clusterName`. */
export const CLUSTER_TAG = "efs.csi.aws.com/cluster-name";
