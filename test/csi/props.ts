import type { TerraformStack } from "cdktf";
import {
  EfsCsi,
  EfsCsiDriver,
  EfsFileSystem,
  EfsStorageClass,
  S3MountpointCsi,
  S3MountpointCsiDriver,
  S3MountpointStorageClass,
} from "../../csi";

/** The required props of `S3MountpointCsi`, with values that it accepts. */
export const s3 = { awsRegion: "us-west-2", bucketName: "my-datasets" };

/** The required props of `EfsCsi`, with values that it accepts. */
export const efs = {
  awsRegion: "us-west-2",
  clusterName: "prod",
  securityGroupId: "sg-12345678",
  subnetIds: ["subnet-12345678"],
};

/** The required props of `EfsFileSystem`, with values that it accepts. */
export const efsFileSystem = {
  awsRegion: "us-west-2",
  clusterName: "prod",
  securityGroupIds: ["sg-12345678"],
  subnetIds: { "us-west-2a": "subnet-12345678" },
};

/** Makes each construct of its required props and of those given, with the id `it`. */
// biome-ignore lint/suspicious/noExplicitAny: the props are those of each.
export const make: Readonly<Record<string, (scope: TerraformStack, props?: any) => unknown>> = {
  EfsCsi: (scope, props) => new EfsCsi(scope, "it", { ...efs, ...props }),
  EfsCsiDriver: (scope, props) => new EfsCsiDriver(scope, "it", props),
  EfsFileSystem: (scope, props) => new EfsFileSystem(scope, "it", { ...efsFileSystem, ...props }),
  EfsStorageClass: (scope, props) =>
    new EfsStorageClass(scope, "it", {
      driver: new EfsCsiDriver(scope, "driver"),
      fileSystem: new EfsFileSystem(scope, "files", efsFileSystem),
      ...props,
    }),
  S3MountpointCsi: (scope, props) => new S3MountpointCsi(scope, "it", { ...s3, ...props }),
  S3MountpointCsiDriver: (scope, props) => new S3MountpointCsiDriver(scope, "it", props),
  S3MountpointStorageClass: (scope, props) =>
    new S3MountpointStorageClass(scope, "it", {
      ...s3,
      driver: new S3MountpointCsiDriver(scope, "driver"),
      ...props,
    }),
};
