import {
  EfsCsiDriver,
  EfsFileSystem,
  EfsStorageClass,
  S3MountpointCsiDriver,
  S3MountpointStorageClass,
} from "@clockwork-codex/csi";
import type { TerraformStack } from "cdktf";
import { Construct } from "constructs";

/** What main.ts deployed, by its parts: at the same paths they have the same addresses. */
export function splitIntoParts(stack: TerraformStack): void {
  const s3 = new Construct(stack, "s3");
  new S3MountpointStorageClass(s3, "storage_class", {
    driver: new S3MountpointCsiDriver(s3, "driver"),
    awsRegion: "us-west-2",
    bucketName: "my-datasets",
  });

  const efs = new Construct(stack, "efs");
  const clusterName = "my-cluster";
  const fileSystem = new EfsFileSystem(efs, "file_system", {
    awsRegion: "us-west-2",
    clusterName,
    subnetIds: {
      "us-west-2a": "subnet-0a1b2c3d4e5f60718",
      "us-west-2b": "subnet-1a2b3c4d5e6f70819",
    },
    securityGroupIds: ["sg-0123456789abcdef0"],
  });
  const driver = new EfsCsiDriver(efs, "driver", { helmChartVersion: "2.4.5" });
  new EfsStorageClass(efs, "storage_class", {
    driver,
    fileSystem,
    annotations: { "clockwork-codex.github.io/cluster-name": clusterName },
  });

  // A zone for each position in the list.
  const { terraformResourceType, friendlyUniqueId } = fileSystem.mountTargets;
  const targets = `${terraformResourceType}.${friendlyUniqueId}`;
  stack.addOverride("moved", [
    { from: `${targets}[0]`, to: `${targets}["us-west-2a"]` },
    { from: `${targets}[1]`, to: `${targets}["us-west-2b"]` },
  ]);
}
