import { Aspects, TerraformOutput, type TerraformStack, TerraformVariable } from "cdktf";
import type { IConstruct } from "constructs";
import { beforeAll, describe, expect, it } from "vitest";
import { EfsCsi } from "../../csi";
import { local, only, releases, type Synthesized, synth, withoutHash } from "./synth";

const required = {
  awsRegion: "us-west-2",
  clusterName: "prod",
  securityGroupId: "sg-12345678",
  subnetIds: ["subnet-11111111", "subnet-22222222"],
};

let defaults: Synthesized;

beforeAll(() => {
  defaults = synth((scope) => {
    new EfsCsi(scope, "efs", required);
  });
});

describe("the file system", () => {
  it("is encrypted and has elastic throughput", () => {
    expect(only(defaults, "aws_efs_file_system")).toMatchObject({
      encrypted: true,
      throughput_mode: "elastic",
    });
  });

  it("sets nothing that could replace it, but the region", () => {
    const { "//": _, ...settings } = only(defaults, "aws_efs_file_system");
    expect(Object.keys(settings).sort()).toEqual([
      "encrypted",
      "region",
      "tags",
      "throughput_mode",
    ]);
  });

  it("is tagged with the cluster, as shared", () => {
    expect(only(defaults, "aws_efs_file_system").tags).toEqual({
      Name: "prod",
      "kubernetes.io/cluster/prod": "shared",
    });
  });

  it("takes further tags, by an override and by an aspect", () => {
    const stack = synth((scope) => {
      const { fileSystem } = new EfsCsi(scope, "efs", required);
      fileSystem.resource.addOverride("tags.Team", "graph");
      Aspects.of(scope).add({
        visit(node: IConstruct & { tags?: object; tagsInput?: object }) {
          if (node.tagsInput) node.tags = { ...node.tagsInput, Owner: "platform" };
        },
      });
    });
    expect(only(stack, "aws_efs_file_system").tags).toEqual({
      Name: "prod",
      "kubernetes.io/cluster/prod": "shared",
      Owner: "platform",
      Team: "graph",
    });
  });

  it("is backed up", () => {
    expect(only(defaults, "aws_efs_backup_policy").backup_policy).toEqual({ status: "ENABLED" });
  });

  it("lies in the region given, with all that belongs to it", () => {
    const types = Object.keys(defaults.resource).filter((type) => type.startsWith("aws_"));
    expect(types).toHaveLength(4);
    for (const resource of types.flatMap((type) => Object.values(defaults.resource[type]))) {
      expect(resource.region).toBe("us-west-2");
    }
  });
});

describe("the mount targets", () => {
  const targetOf = (subnetIds: string[] | ((scope: TerraformStack) => string[])) =>
    only(
      synth((scope) => {
        const ids = typeof subnetIds === "function" ? subnetIds(scope) : subnetIds;
        new EfsCsi(scope, "efs", { ...required, subnetIds: ids });
      }),
      "aws_efs_mount_target",
    );

  it("are one for each subnet, in the security group", () => {
    expect(only(defaults, "aws_efs_mount_target")).toMatchObject({
      count: 2,
      subnet_id: '${["subnet-11111111", "subnet-22222222"][count.index]}',
      security_groups: ["sg-12345678"],
    });
  });

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

describe("the driver", () => {
  it("is the documented version in the documented namespace", () => {
    expect(releases(defaults).driver).toMatchObject({
      name: "aws-efs-csi-driver",
      chart: "aws-efs-csi-driver",
      repository: "https://kubernetes-sigs.github.io/aws-efs-csi-driver",
      version: "2.4.5",
      namespace: "kube-system",
      create_namespace: true,
      atomic: true,
      wait: true,
      timeout: 900,
    });
  });

  it("takes another version and namespace, and the class follows into the namespace", () => {
    const stack = synth((scope) => {
      new EfsCsi(scope, "efs", { ...required, helmChartVersion: "4.4.1", namespace: "storage" });
    });
    expect(releases(stack).driver).toMatchObject({ version: "4.4.1", namespace: "storage" });
    expect(releases(stack).storage.namespace).toBe("storage");
  });
});

describe("the file system's parts", () => {
  it("are open to the program, for overrides and policies", () => {
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

describe("the storage class", () => {
  it("waits for the driver and the mount targets", () => {
    const dependsOn: string[] = releases(defaults).storage.depends_on;
    expect(dependsOn.map(withoutHash).sort()).toEqual([
      "aws_efs_mount_target.efs_file_system_mount_target",
      "helm_release.efs_driver",
    ]);
  });

  it("does not wait itself, and leaves nothing half-made", () => {
    expect(releases(defaults).storage).toMatchObject({ wait: false, atomic: true });
  });

  it("keeps the parameters that Kubernetes holds immutable in what the release is named after", () => {
    const { name, value } = local(defaults, "storage_class");
    expect(value).toMatchObject({
      name: "efs-sc",
      provisioner: "efs.csi.aws.com",
      parameters: { directoryPerms: "700", provisioningMode: "efs-ap" },
      reclaimPolicy: "Delete",
      volumeBindingMode: "Immediate",
    });
    expect(value.parameters.fileSystemId).toMatch(/^\$\{aws_efs_file_system\.\w+\.id\}$/);
    expect(releases(defaults).storage.name).toContain(`sha256(jsonencode(local.${name}))`);
  });
});

it("gives the class's name and the file system's id to the program", () => {
  synth((scope) => {
    const efs = new EfsCsi(scope, "efs", { ...required, storageClassName: "shared" });
    expect(efs.storageClassName).toBe("shared");
    expect(efs.fileSystemId).toBe(efs.fileSystem.fileSystemId);
    expect(efs.fqn).toBe(efs.storageClass.release.fqn);
  });
});

it("refuses wrong input by the name of the construct that got it", () => {
  expect(() => synth((scope) => new EfsCsi(scope, "efs", { ...required, subnetIds: [] }))).toThrow(
    "stack/efs: `subnetIds` must hold at least one subnet id, one for each Availability Zone, got [].",
  );
});
