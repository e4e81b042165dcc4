import type { Change } from "./change-table";

const [first, second, third] = ["subnet-11111111", "subnet-22222222", "subnet-33333333"];
const releases = ["helm_release.driver", "helm_release.storage_class"];
const moved =
  "Mounts in the zones of these stall. The apply may stop at `MountTargetConflict`: apply again.";

/**
 * What a change of each input does, by the module's name.
 *
 * `test/modules/changes.test.ts` makes every one of these changes, and compares.
 */
export const changes = {
  efs: [
    {
      what: "`aws_region`",
      after: { aws_region: "eu-central-1" },
      terraform: {
        replaces: [
          "aws_efs_backup_policy.this",
          "aws_efs_file_system.this",
          "aws_efs_file_system_policy.this",
          "aws_efs_mount_target.this",
          "helm_release.storage_class",
        ],
      },
      meaning: "**The data is lost.** No other change replaces the file system.",
    },
    {
      what: "`cluster_name`",
      after: { cluster_name: "analytics" },
      terraform: { updates: ["aws_efs_file_system.this", "helm_release.storage_class"] },
      meaning: "Tags change, and an annotation.",
    },
    {
      what: "`security_group_id`",
      after: { security_group_id: "sg-11111111" },
      terraform: { updates: ["aws_efs_mount_target.this"] },
      meaning: "Mounts stall unless the new group lets the nodes in.",
    },
    {
      what: "`subnet_ids`, one appended",
      before: { subnet_ids: [first, second] },
      after: { subnet_ids: [first, second, third] },
      terraform: { creates: ["aws_efs_mount_target.this[2]"] },
      meaning: "The nodes of its zone can mount.",
    },
    {
      what: "`subnet_ids`, the last of three removed",
      before: { subnet_ids: [first, second, third] },
      after: { subnet_ids: [first, second] },
      terraform: { deletes: ["aws_efs_mount_target.this[2]"] },
      meaning: "Mounts in its zone hang: drain the nodes first.",
    },
    {
      what: "`subnet_ids`, the second of three removed",
      before: { subnet_ids: [first, second, third] },
      after: { subnet_ids: [first, third] },
      terraform: {
        replaces: ["aws_efs_mount_target.this[1]"],
        deletes: ["aws_efs_mount_target.this[2]"],
      },
      meaning: moved,
    },
    {
      what: "`subnet_ids`, two swapped",
      before: { subnet_ids: [first, second] },
      after: { subnet_ids: [second, first] },
      terraform: { replaces: ["aws_efs_mount_target.this"] },
      meaning: moved,
    },
    {
      what: "`helm_chart_version`",
      after: { helm_chart_version: "4.4.1" },
      terraform: { updates: ["helm_release.driver"] },
      meaning:
        "The driver's pods restart. Mounts that exist stall, and no claim can be mounted, until they are back. See _Choosing a chart version_.",
    },
    {
      what: "`namespace`",
      after: { namespace: "elsewhere" },
      terraform: { replaces: releases },
      meaning:
        "Mounts that exist stall, and no claim can be mounted, until the driver is back. Choose it once.",
    },
    {
      what: "`storage_class_name`",
      after: { storage_class_name: "renamed" },
      terraform: { replaces: ["helm_release.storage_class"] },
      meaning: "Bound claims go on working.",
    },
  ],
  "s3-mountpoint": [
    {
      what: "`aws_region`",
      after: { aws_region: "eu-central-1" },
      terraform: { updates: ["helm_release.storage_class"] },
      meaning: "It reaches a pod when the pod is restarted.",
    },
    {
      what: "`bucket_name`",
      after: { bucket_name: "other-bucket" },
      terraform: {
        replaces: ["terraform_data.pool"],
        updates: ["helm_release.storage_class"],
      },
      meaning: "It reaches new claims. Bound ones stay on the old bucket until they are deleted.",
    },
    {
      what: "`helm_chart_version`",
      after: { helm_chart_version: "2.6.0" },
      terraform: { updates: ["helm_release.driver"] },
      meaning:
        "The driver's pods restart, one node at a time. Mounts keep the old version until their pods restart.",
    },
    {
      what: "`helm_chart_version` 0.1.0 to 2.7.0, for which it stands",
      before: { helm_chart_version: "0.1.0" },
      after: { helm_chart_version: "2.7.0" },
      terraform: {},
      meaning: "Nothing.",
    },
    {
      what: "`namespace`",
      after: { namespace: "elsewhere" },
      terraform: { replaces: [...releases, "terraform_data.pool"] },
      meaning: "**Every mount of a bucket in the cluster is cut.** Choose it once.",
    },
    {
      what: "`storage_class_name`",
      after: { storage_class_name: "renamed" },
      terraform: { replaces: ["helm_release.storage_class", "terraform_data.pool"] },
      meaning: "The class and its pool are created again. Bound claims go on working.",
    },
  ],
} satisfies Readonly<Record<string, readonly Change[]>>;
