import { type Context, ProviderError, type ResourceBehaviour } from "../provider";
import { isObject, type ObjectValue } from "../value";
import { accountId, arn, partitionOf } from "./account";
import { text } from "./text";

// What is said here of ForceNew, defaults and computed blocks stands in
// https://github.com/hashicorp/terraform-provider-aws/tree/v6.25.0/internal/service/efs
// in file_system.go, mount_target.go, backup_policy.go and file_system_policy.go.

const fileSystem: ResourceBehaviour = {
  forceNew: [
    "availability_zone_name",
    "creation_token",
    "encrypted",
    "kms_key_id",
    "performance_mode",
  ],
  defaults: { throughput_mode: "bursting" },
  computedBlocks: { protection: [{ replication_overwrite: "ENABLED" }] },
  create: ({ region, encrypted, tags_all: tags }, { identifier }) => {
    const id = identifier("fs");
    const within = text(region);
    return {
      id,
      arn: arn("elasticfilesystem", within, `file-system/${id}`),
      creation_token: identifier("terraform"),
      dns_name: dnsName(id, within),
      encrypted: false,
      kms_key_id: encrypted === true ? arn("kms", within, `key/${identifier("key")}`) : "",
      name: isObject(tags) ? text(tags.Name) : "",
      owner_id: accountId,
      performance_mode: "generalPurpose",
      size_in_bytes: [{ value: 6144, value_in_ia: 0, value_in_standard: 6144 }],
    };
  },
};

const mountTarget: ResourceBehaviour = {
  forceNew: ["file_system_id", "ip_address", "ip_address_type", "ipv6_address", "subnet_id"],
  create: (planned, context) => {
    refuseSecondInZone(planned, context);
    const { region, file_system_id: system } = planned;
    const { identifier } = context;
    const within = text(region);
    const zone = zoneOf(planned, context) || `${within}a`;
    return {
      id: identifier("fsmt"),
      availability_zone_name: zone,
      dns_name: dnsName(text(system), within),
      file_system_arn: arn("elasticfilesystem", within, `file-system/${text(system)}`),
      ip_address: "10.0.0.10",
      ip_address_type: "IPV4_ONLY",
      mount_target_dns_name: `${zone}.${dnsName(text(system), within)}`,
      network_interface_id: identifier("eni"),
      owner_id: accountId,
      security_groups: [identifier("sg")],
    };
  },
};

/** The zone of a mount target's subnet; empty for a subnet that is not known here. */
function zoneOf({ subnet_id: subnet }: ObjectValue, { find }: Context): string {
  return text(find("aws_subnet", text(subnet))?.availability_zone);
}

/** @see https://docs.aws.amazon.com/efs/latest/ug/API_CreateMountTarget.html */
function refuseSecondInZone(planned: ObjectValue, context: Context): void {
  const zone = zoneOf(planned, context);
  const others = context
    .all("aws_efs_mount_target")
    .filter(({ file_system_id: system }) => system === planned.file_system_id);
  if (zone && others.some((other) => zoneOf(other, context) === zone)) {
    throw new ProviderError(
      `creating EFS Mount Target (${text(planned.file_system_id)})`,
      "MountTargetConflict: mount target already exists in this AZ",
    );
  }
}

const accessPoint: ResourceBehaviour = {
  computedBlocks: { root_directory: [{ path: "/", creation_info: [] }] },
  create: ({ region }, { identifier }) => {
    const id = identifier("fsap");
    return { id, arn: arn("elasticfilesystem", text(region), `access-point/${id}`) };
  },
};

const backupPolicy: ResourceBehaviour = {
  forceNew: ["file_system_id"],
  create: ({ file_system_id: id }) => ({ id: id ?? null }),
};

const fileSystemPolicy: ResourceBehaviour = {
  ...backupPolicy,
  defaults: { bypass_policy_lockout_safety_check: false },
};

function dnsName(id: string, region: string): string {
  return `${id}.efs.${region}.${partitionOf(region).dnsSuffix}`;
}

/** Elastic File System. */
export const efs = {
  aws_efs_file_system: fileSystem,
  aws_efs_mount_target: mountTarget,
  aws_efs_access_point: accessPoint,
  aws_efs_backup_policy: backupPolicy,
  aws_efs_file_system_policy: fileSystemPolicy,
};
