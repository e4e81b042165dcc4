import type { ResourceBehaviour } from "../provider";
import { accountId, arn } from "./account";
import { text } from "./text";

// What is said here of replacement, and of what a change leaves as it is, stands in
// https://github.com/hashicorp/terraform-provider-aws/tree/main/internal/service/s3files

const fileSystem: ResourceBehaviour = {
  forceNew: ["bucket", "kms_key_id", "prefix", "role_arn"],
  framework: {
    stable: [
      "arn",
      "creation_time",
      "id",
      "kms_key_id",
      "name",
      "owner_id",
      "region",
      "status",
      "status_message",
    ],
  },
  create: ({ region }, { identifier }) => {
    const id = identifier("fs");
    return {
      id,
      arn: arn("s3files", text(region), `file-system/${id}`),
      owner_id: accountId,
      status: "available",
    };
  },
};

const mountTarget: ResourceBehaviour = {
  forceNew: ["file_system_id", "subnet_id"],
  framework: { stable: ["availability_zone_id", "id", "network_interface_id", "region", "vpc_id"] },
  create: (_planned, { identifier }) => ({
    id: identifier("fsmt"),
    network_interface_id: identifier("eni"),
    owner_id: accountId,
    status: "available",
  }),
};

/** Settings of a file system, which are known by its id. */
const setting: ResourceBehaviour = {
  forceNew: ["file_system_id"],
  framework: { stable: ["region"] },
  importId: ({ file_system_id: system }) => text(system),
};

/** S3 Files. */
export const s3Files = {
  aws_s3files_file_system: fileSystem,
  aws_s3files_file_system_policy: setting,
  aws_s3files_mount_target: mountTarget,
  aws_s3files_synchronization_configuration: setting,
};
