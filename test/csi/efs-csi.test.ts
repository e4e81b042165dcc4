import { Aspects, TerraformOutput, type TerraformStack, TerraformVariable } from "cdktf";
import type { IConstruct } from "constructs";
import { describe, expect, it } from "vitest";
import { EfsCsi, S3FilesCsi } from "../../csi";
import { efs as required, s3Files } from "./props";
import { local, only, releases, synth } from "./synth";

describe("the file system", () => {
  it.each([
    ["EFS", (scope: TerraformStack) => new EfsCsi(scope, "it", required), "aws_efs_file_system"],
    [
      "S3",
      (scope: TerraformStack) => new S3FilesCsi(scope, "it", s3Files),
      "aws_s3files_file_system",
    ],
  ])("of %s takes further tags, by an override and by an aspect", (_, whole, type) => {
    const stack = synth((scope) => {
      const { fileSystem } = whole(scope);
      fileSystem.resource.addOverride("tags.Team", "graph");
      Aspects.of(scope).add({
        visit(node: IConstruct & { tags?: object; tagsInput?: object }) {
          if (node.tagsInput) node.tags = { ...node.tagsInput, Owner: "platform" };
        },
      });
    });
    expect(only(stack, type).tags).toEqual({
      Name: "prod",
      "kubernetes.io/cluster/prod": "shared",
      Owner: "platform",
      Team: "graph",
    });
  });

  it("has parts that are open to the program, for overrides and policies", () => {
    const stack = synth((scope) => {
      const { fileSystem } = new EfsCsi(scope, "efs", required);
      fileSystem.backupPolicy.addOverride("backup_policy.status", "DISABLED");
      fileSystem.policy.addOverride("bypass_policy_lockout_safety_check", true);
      new TerraformOutput(scope, "arn", { value: fileSystem.fileSystemArn });
    });
    expect(only(stack, "aws_efs_backup_policy").backup_policy.status).toBe("DISABLED");
    expect(only(stack, "aws_efs_file_system_policy").bypass_policy_lockout_safety_check).toBe(true);
    expect(stack.output.arn.value).toMatch(/^\$\{aws_efs_file_system\.\w+\.arn\}$/);
  });
});

describe("the mount targets", () => {
  const targetOf = (subnetIds: (scope: TerraformStack) => string[]) =>
    only(
      synth((scope) => void new EfsCsi(scope, "efs", { ...required, subnetIds: subnetIds(scope) })),
      "aws_efs_mount_target",
    );

  it("are counted by Terraform where the list is known to it only", () => {
    const variable = (scope: TerraformStack) =>
      new TerraformVariable(scope, "subnet_ids", { type: "list(string)" }).listValue;
    expect(targetOf(variable)).toMatchObject({
      count: "${length(var.subnet_ids)}",
      subnet_id: "${var.subnet_ids[count.index]}",
    });
  });

  it("keep their addresses where an id is known to Terraform only", () => {
    const some = (scope: TerraformStack) => [
      new TerraformVariable(scope, "subnet", {}).stringValue,
      "subnet-22222222",
    ];
    expect(targetOf(some)).toMatchObject({
      count: 2,
      subnet_id: '${[var.subnet, "subnet-22222222"][count.index]}',
    });
  });
});

it("names the class's release after the parameters that Kubernetes holds immutable", () => {
  const stack = synth((scope) => void new EfsCsi(scope, "efs", required));
  const { name, value } = local(stack, "storage_class");
  expect(value.parameters.fileSystemId).toMatch(/^\$\{aws_efs_file_system\.\w+\.id\}$/);
  expect(releases(stack).storage.name).toContain(`sha256(jsonencode(local.${name}))`);
});
