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
