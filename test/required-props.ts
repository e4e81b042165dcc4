/**
 * The required props of each module's construct, with values that it accepts.
 * Those of a construct that a prop imports stand under the prop.
 */
export const requiredProps: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  efs: {
    awsRegion: "us-west-2",
    clusterName: "prod",
    securityGroupId: "sg-0123456789abcdef0",
    subnetIds: ["subnet-11111111", "subnet-22222222"],
  },
  "efs-driver": {},
  "efs-driver-identity": { clusterArn: "arn:aws:eks:us-west-2:123456789012:cluster/prod" },
  "efs-file-system": {
    awsRegion: "us-west-2",
    clusterName: "prod",
    securityGroupIds: ["sg-0123456789abcdef0"],
    subnetIds: { a: "subnet-11111111", b: "subnet-22222222" },
  },
  "efs-storage-class": { fileSystem: { fileSystemId: "fs-0123456789abcdef0" }, driver: {} },
  "s3-files": {
    awsRegion: "us-west-2",
    clusterArn: "arn:aws:eks:us-west-2:123456789012:cluster/prod",
    bucketArn: "arn:aws:s3:::my-bucket",
    securityGroupIds: ["sg-0123456789abcdef0"],
    subnetIds: { "us-west-2a": "subnet-11111111", "us-west-2b": "subnet-22222222" },
  },
  "s3-files-driver-identity": {
    awsRegion: "us-west-2",
    clusterArn: "arn:aws:eks:us-west-2:123456789012:cluster/prod",
    fileSystemArns: ["arn:aws:s3files:us-west-2:123456789012:file-system/fs-0123456789abcdef0"],
  },
  "s3-files-file-system": {
    awsRegion: "us-west-2",
    clusterArn: "arn:aws:eks:us-west-2:123456789012:cluster/prod",
    bucketArn: "arn:aws:s3:::my-bucket",
    securityGroupIds: ["sg-0123456789abcdef0"],
    subnetIds: { "us-west-2a": "subnet-11111111", "us-west-2b": "subnet-22222222" },
  },
  "s3-files-storage-class": { fileSystem: { fileSystemId: "fs-0123456789abcdef0" }, driver: {} },
  "s3-mountpoint": { awsRegion: "us-west-2", bucketName: "my-bucket" },
  "s3-mountpoint-driver": {},
  "s3-mountpoint-driver-identity": {
    clusterArn: "arn:aws:eks:us-west-2:123456789012:cluster/prod",
    bucketArns: ["arn:aws:s3:::my-bucket"],
  },
  "s3-mountpoint-storage-class": {
    awsRegion: "us-west-2",
    bucketName: "my-bucket",
    driver: {},
  },
};
