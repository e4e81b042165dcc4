import type { Values } from "../terraform/terraform";
import type { Cluster } from "./cluster";
import { Deployment, moduleCall } from "./deployment";

const s3Call = moduleCall("s3_mountpoint", "s3-mountpoint", [
  "aws_region",
  "bucket_name",
  "namespace",
  "storage_class_name",
]);
const efsCall = moduleCall("efs", "efs", [
  "aws_region",
  "cluster_name",
  "namespace",
  "security_group_id",
  "storage_class_name",
  "subnet_ids",
]);

const s3FilesCall = moduleCall("s3_files", "s3-files", [
  "aws_region",
  "bucket_arn",
  "cluster_arn",
  "namespace",
  "prefix",
  "security_group_ids",
  "storage_class_name",
  "subnet_ids",
]);

/** The module s3-mountpoint, with its documented usage but for these inputs. */
export function s3Mountpoint(cluster: Cluster, vars: Values = {}): Deployment {
  return new Deployment(cluster, s3Call, {
    aws_region: "us-west-2",
    bucket_name: "datasets",
    ...vars,
  });
}

/** The module efs, with its documented usage but for these inputs. */
export function efs(cluster: Cluster, vars: Values = {}): Deployment {
  return new Deployment(cluster, efsCall, {
    aws_region: "us-west-2",
    cluster_name: "platform",
    security_group_id: "sg-0123456789abcdef0",
    subnet_ids: ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"],
    ...vars,
  });
}

/** The module s3-files, with the usage of its README but for these inputs. */
export function s3Files(cluster: Cluster, vars: Values = {}): Deployment {
  return new Deployment(cluster, s3FilesCall, {
    aws_region: "us-west-2",
    bucket_arn: "arn:aws:s3:::datasets",
    cluster_arn: "arn:aws:eks:us-west-2:123456789012:cluster/platform",
    security_group_ids: ["sg-0123456789abcdef0"],
    subnet_ids: { "us-west-2a": "subnet-0123456789abcdef0" },
    ...vars,
  });
}
