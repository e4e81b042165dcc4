/** Chart of the EFS driver to choose where nothing speaks for another: the last whose volumes every driver reads. */
export const EFS_RECOMMENDED = "3.4.1";

/** Documented default of the module efs: driver 1.5.6 of 2023. */
export const EFS_DOCUMENTED = "2.4.5";

/** Chart of the EFS driver for S3 Files. */
export const S3_FILES_RECOMMENDED = "4.4.1";

/** Chart of the S3 driver that the modules are written for. */
export const S3_MOUNTPOINT_RECOMMENDED = "2.7.0";

/** Documented default of the module s3-mountpoint. It was never published: it stands for the one above. */
export const S3_MOUNTPOINT_DOCUMENTED = "0.1.0";
