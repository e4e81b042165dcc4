import { Aspects, TerraformOutput, TerraformVariable } from "cdktf";
import type { IConstruct } from "constructs";
import { describe, expect, it } from "vitest";
import { EfsCsi } from "../../csi";
import { local, only, releases, synth, withoutHash } from "./synth";

const required = {
  awsRegion: "us-west-2",
  clusterName: "prod",
  securityGroupId: "sg-12345678",
  subnetIds: ["subnet-11111111", "subnet-22222222"],
};
const defaults = synth((scope) => {
  new EfsCsi(scope, "efs", required);
});

describe("the file system", () => {
  it("is encrypted and has elastic throughput", () => {
    expect(only(defaults, "aws_efs_file_system")).toMatchObject({
      encrypted: true,
      throughput_mode: "elastic",
    });
  });

  it("takes another throughput mode", () => {
    const bursting = synth((scope) => {
      new EfsCsi(scope, "efs", { ...required, throughputMode: "bursting" });
    });
    expect(only(bursting, "aws_efs_file_system").throughput_mode).toBe("bursting");
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
  it("are one for each subnet that is known while the program runs", () => {
    const targets = Object.values(defaults.resource.aws_efs_mount_target);
    expect(targets.map(({ subnet_id }) => subnet_id)).toEqual(required.subnetIds);
    expect(targets.map(({ security_groups }) => security_groups)).toEqual([
      ["sg-12345678"],
      ["sg-12345678"],
    ]);
  });

  it("are counted by Terraform where the list is known to it only", () => {
    const stack = synth((scope) => {
      const subnets = new TerraformVariable(scope, "subnet_ids", { type: "list(string)" });
      new EfsCsi(scope, "efs", { ...required, subnetIds: subnets.listValue });
    });
    expect(only(stack, "aws_efs_mount_target")).toMatchObject({
      count: "${length(var.subnet_ids)}",
      subnet_id: "${var.subnet_ids[count.index]}",
    });
  });

  it("are one for each id that Terraform learns later, in a list whose length is known", () => {
    const stack = synth((scope) => {
      const subnet = new TerraformVariable(scope, "subnet", {}).stringValue;
      new EfsCsi(scope, "efs", { ...required, subnetIds: [subnet, "subnet-22222222"] });
    });
    const targets = Object.values(stack.resource.aws_efs_mount_target);
    expect(targets.map(({ subnet_id }) => subnet_id)).toEqual(["${var.subnet}", "subnet-22222222"]);
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

  it("has further values laid over its own, whatever they hold", () => {
    const driverValues = { controller: { logLevel: 5, note: 'say "hi"' } };
    const stack = synth((scope) => {
      new EfsCsi(scope, "efs", { ...required, driverValues });
    });
    const { name, value } = local(stack, "values");
    expect(value).toEqual(driverValues);
    expect(releases(stack).driver.values).toEqual([
      releases(defaults).driver.values[0],
      `\${yamlencode(local.${name})}`,
    ]);
  });

  it("is refused a second time under the same provider, with what to share", () => {
    expect(() =>
      synth((scope) => {
        new EfsCsi(scope, "one", required);
        new EfsCsi(scope, "two", required);
      }),
    ).toThrow(
      "stack/two/driver: a cluster takes one release of the driver aws-efs-csi-driver, and " +
        "stack/one/driver installs it already: install it once and pass that one as `driver`",
    );
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
      "aws_efs_mount_target.efs_file_system_mount_target_0",
      "aws_efs_mount_target.efs_file_system_mount_target_1",
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

it("has the documented defaults", () => {
  const explicit = synth((scope) => {
    new EfsCsi(scope, "efs", {
      ...required,
      helmChartVersion: "2.4.5",
      namespace: "kube-system",
      storageClassName: "efs-sc",
      throughputMode: "elastic",
    });
  });
  expect(explicit).toEqual(defaults);
});

it("has them where null is given, too", () => {
  const nulls = { helmChartVersion: null, namespace: null, storageClassName: null };
  const stack = synth((scope) => {
    new EfsCsi(scope, "efs", {
      ...required,
      ...(nulls as object),
      throughputMode: null as unknown as undefined,
    });
  });
  expect(stack).toEqual(defaults);
});

it("refuses wrong input by the name of the construct that got it", () => {
  expect(() => synth((scope) => new EfsCsi(scope, "efs", { ...required, subnetIds: [] }))).toThrow(
    "stack/efs: `subnetIds` must hold at least one subnet id, one for each Availability Zone, got [].",
  );
});
