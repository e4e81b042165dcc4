/** The required props of `S3MountpointCsi`, with values that it accepts. */
export const s3 = { awsRegion: "us-west-2", bucketName: "my-datasets" };

/** The required props of `EfsCsi`, with values that it accepts. */
export const efs = {
  awsRegion: "us-west-2",
  clusterName: "prod",
  securityGroupId: "sg-12345678",
  subnetIds: ["subnet-12345678"],
};
