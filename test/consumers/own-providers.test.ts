import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type Plan, terraform } from "../terraform/terraform";
import { root } from "./artefact";
import { configurationOf } from "./configuration";
import { install, start } from "./languages";

describe("a program with provider bindings of its own", () => {
  let stack: string;
  let plan: Plan;

  beforeAll(async () => {
    const { folder } = await install("typescript", join(__dirname, "typescript", "own-providers"));
    // The bindings of the repository, since they take 390 MB. They lie beside the program and
    // not in the project, where npm would prune them; Node has to look for cdktf beside the link.
    mkdirSync(join(folder, "node_modules"));
    symlinkSync(join(root, "node_modules", "@cdktf"), join(folder, "node_modules", "@cdktf"));
    const args = ["--preserve-symlinks", "--import", "tsx", "main.ts"];
    const { code, stderr } = await start({ folder, command: process.execPath, args });
    expect(code, stderr).toBe(0);
    stack = join(folder, "cdktf.out", "stacks", "own_providers");
    plan = await terraform(stack).plan();
  });

  it("needs no EnvironmentProviders", () => {
    expect(configurationOf(stack).provider).toEqual({
      aws: [{ region: "us-west-2" }, { alias: "ireland", region: "eu-west-1" }],
      helm: [
        { kubernetes: { config_path: "~/.kube/config" } },
        { alias: "ireland", kubernetes: { config_path: "~/.kube/ireland" } },
      ],
    });
  });

  it("has the constructs on its default providers, or on those it names", () => {
    const { resource } = configurationOf(stack);
    const providers = Object.entries<Record<string, { provider?: string }>>(resource).flatMap(
      ([type, byName]) =>
        Object.entries(byName).map(([name, { provider }]) => [
          `${type}.${name.replace(/_[0-9A-F]{8}$/, "")}`,
          provider ?? "default",
        ]),
    );
    expect(Object.fromEntries(providers)).toEqual({
      "aws_efs_access_point.access_point": "default",
      "aws_efs_backup_policy.efs_file_system_backup_policy": "default",
      "aws_efs_backup_policy.ireland_file_system_backup_policy": "aws.ireland",
      "aws_efs_file_system.efs_file_system": "default",
      "aws_efs_file_system.ireland_file_system": "aws.ireland",
      "aws_efs_file_system_policy.efs_file_system_policy": "default",
      "aws_efs_file_system_policy.ireland_file_system_policy": "aws.ireland",
      "aws_efs_mount_target.efs_file_system_mount_target_0": "default",
      "aws_efs_mount_target.ireland_file_system_mount_target_0": "aws.ireland",
      "helm_release.efs_driver": "default",
      "helm_release.efs_storage_class": "default",
      "helm_release.ireland_driver": "helm.ireland",
      "helm_release.ireland_storage_class": "helm.ireland",
      "helm_release.s3_driver": "default",
      "helm_release.s3_storage_class": "default",
      "terraform_data.s3_storage_class_pool": "default",
    });
  });

  it("is planned, with resources of its own on what the constructs make", () => {
    const { resource } = configurationOf(stack);
    const addresses = Object.entries<object>(resource).flatMap(([type, byName]) =>
      Object.keys(byName).map((name) => `${type}.${name}`),
    );
    expect(plan.actions).toEqual(
      Object.fromEntries(addresses.map((address) => [address, "create"])),
    );
    expect(resource.aws_efs_access_point.access_point.file_system_id).toMatch(
      /^\$\{aws_efs_file_system\.efs_file_system_[0-9A-F]{8}\.id\}$/,
    );
  });
});
