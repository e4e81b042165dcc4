import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { decide, type Request } from "../examples/iam";

const root = join(__dirname, "../..");
const policy = readFileSync(join(root, "docs/terraform-policy.json"), "utf8");

const arn = (service: string, rest: string, region = "us-west-2") =>
  `arn:aws:${service}:${region}:123456789012:${rest}`;
const fileSystem = arn("elasticfilesystem", "file-system/fs-0a1b2c3d4e5f60718");
const s3Files = arn("s3files", "file-system/fs-0a1b2c3d4e5f60718");
const cluster = arn("eks", "cluster/prod");
const association = arn("eks", "podidentityassociation/prod/a-0a1b2c3d4e5f60718");
const role = (name: string) => `arn:aws:iam::123456789012:role/${name}`;

const here = { "aws:RequestedRegion": "us-west-2" };
const ours = { "aws:ResourceTag/kubernetes.io/cluster/prod": "shared" };
const tagging = { "aws:RequestTag/kubernetes.io/cluster/prod": "shared" };
const encrypted = { "elasticfilesystem:Encrypted": "true", ...tagging, ...here };
const passing = (service: string) => ({ "iam:PassedToService": `${service}.amazonaws.com` });

/** The requests by which Terraform makes, reads and deletes a resource of each type that a module has. */
const needed: Record<string, (readonly [string, string, Request["context"]?])[]> = {
  aws_efs_file_system: [
    ["elasticfilesystem:CreateFileSystem", "*", encrypted],
    [
      "elasticfilesystem:TagResource",
      fileSystem,
      { "elasticfilesystem:CreateAction": "CreateFileSystem" },
    ],
    ["elasticfilesystem:DescribeFileSystems", fileSystem],
    ["elasticfilesystem:DescribeLifecycleConfiguration", fileSystem],
    ["elasticfilesystem:PutLifecycleConfiguration", fileSystem, ours],
    ["elasticfilesystem:UpdateFileSystem", fileSystem, ours],
    ["elasticfilesystem:DeleteFileSystem", fileSystem, ours],
  ],
  aws_efs_mount_target: [
    ["elasticfilesystem:CreateMountTarget", fileSystem, ours],
    ["ec2:DescribeSubnets", "*", here],
    ["ec2:CreateNetworkInterface", arn("ec2", "subnet/subnet-0a1b2c3d4e5f60718"), here],
    ["elasticfilesystem:DescribeMountTargets", fileSystem],
    ["elasticfilesystem:DescribeMountTargetSecurityGroups", fileSystem],
    ["elasticfilesystem:ModifyMountTargetSecurityGroups", fileSystem, ours],
    ["elasticfilesystem:DeleteMountTarget", fileSystem, ours],
  ],
  aws_efs_file_system_policy: [
    ["elasticfilesystem:PutFileSystemPolicy", fileSystem, ours],
    ["elasticfilesystem:DescribeFileSystemPolicy", fileSystem],
    ["elasticfilesystem:DeleteFileSystemPolicy", fileSystem, ours],
  ],
  aws_efs_backup_policy: [
    ["elasticfilesystem:PutBackupPolicy", fileSystem, ours],
    ["elasticfilesystem:DescribeBackupPolicy", fileSystem],
  ],
  aws_eks_pod_identity_association: [
    ["eks:CreatePodIdentityAssociation", cluster],
    ["iam:PassRole", role("efs-csi-2026"), passing("pods.eks")],
    ["eks:DescribePodIdentityAssociation", association],
    ["eks:DeletePodIdentityAssociation", association],
  ],
  aws_iam_role: [
    ["iam:CreateRole", role("efs-csi-2026")],
    ["iam:GetRole", role("s3-csi-2026")],
    ["iam:DeleteRole", role("s3-files-2026")],
  ],
  aws_iam_role_policy: [
    ["iam:PutRolePolicy", role("efs-csi-2026")],
    ["iam:GetRolePolicy", role("efs-csi-2026")],
    ["iam:DeleteRolePolicy", role("efs-csi-2026")],
  ],
  aws_s3files_file_system: [
    ["s3files:CreateFileSystem", "*", here],
    ["iam:PassRole", role("s3-files-2026"), passing("elasticfilesystem")],
    ["s3files:GetFileSystem", s3Files],
    ["s3files:DeleteFileSystem", s3Files],
  ],
  aws_s3files_mount_target: [
    ["s3files:CreateMountTarget", s3Files],
    ["s3files:GetMountTarget", s3Files],
    ["s3files:DeleteMountTarget", s3Files],
  ],
  aws_s3files_file_system_policy: [
    ["s3files:PutFileSystemPolicy", s3Files],
    ["s3files:GetFileSystemPolicy", s3Files],
    ["s3files:DeleteFileSystemPolicy", s3Files],
  ],
  aws_s3files_synchronization_configuration: [
    ["s3files:PutSynchronizationConfiguration", s3Files],
    ["s3files:GetSynchronizationConfiguration", s3Files],
  ],
};

/** What Terraform has no need of. */
const refused: (readonly [string, string, string, Request["context"]?])[] = [
  ["another file system's deletion", "elasticfilesystem:DeleteFileSystem", fileSystem],
  [
    "a file system that is not encrypted",
    "elasticfilesystem:CreateFileSystem",
    "*",
    { ...encrypted, "elasticfilesystem:Encrypted": "false" },
  ],
  [
    "a tag on what exists",
    "elasticfilesystem:TagResource",
    fileSystem,
    { ...tagging, "elasticfilesystem:CreateAction": "CreateAccessPoint" },
  ],
  ["another region", "s3files:CreateFileSystem", "*", { "aws:RequestedRegion": "us-east-1" }],
  ["another role", "iam:PutRolePolicy", role("admin")],
  ["a role for instances", "iam:PassRole", role("efs-csi-2026"), passing("ec2")],
  ["a managed policy", "iam:AttachRolePolicy", role("efs-csi-2026")],
  ["another cluster", "eks:CreatePodIdentityAssociation", arn("eks", "cluster/dev")],
  ["the cluster's deletion", "eks:DeleteCluster", cluster],
  ["a mount", "elasticfilesystem:ClientMount", fileSystem],
  ["objects", "s3:GetObject", "arn:aws:s3:::my-datasets/part-0"],
];

describe("docs/terraform-policy.json", () => {
  it.each(
    Object.entries(needed).flatMap(([type, requests]) =>
      requests.map(([action, resource, context]) => ({ type, action, resource, context })),
    ),
  )("allows $action, for $type", async ({ action, resource, context }) => {
    expect(await decide(policy, { action, resource, context })).toBe("Allowed");
  });

  it.each(
    refused.map(([title, action, resource, context]) => ({ title, action, resource, context })),
  )("refuses $title", async ({ action, resource, context }) => {
    expect(await decide(policy, { action, resource, context })).toBe("ImplicitlyDenied");
  });

  it("knows each AWS resource that a module has", () => {
    const modules = join(root, "modules/csi");
    const types = readdirSync(modules).flatMap((module) => {
      const hcl = readFileSync(join(modules, module, "main.tf"), "utf8");
      return [...hcl.matchAll(/^resource "(aws_\w+)"/gm)].map(([, type]) => type);
    });
    expect(types).not.toEqual([]);
    expect([...new Set(types)].filter((type) => !(type in needed))).toEqual([]);
  });
});
