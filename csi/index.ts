export * from "./efs/efs-csi";
export * from "./efs/efs-csi-driver";
export * from "./efs/efs-file-system";
export * from "./efs/efs-storage-class";
export * from "./environment-providers";
export * from "./s3-mountpoint/s3-mountpoint-csi";
export * from "./s3-mountpoint/s3-mountpoint-csi-driver";
export * from "./s3-mountpoint/s3-mountpoint-storage-class";
