import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import { offline, type Plan, terraform, type Values } from "../terraform/terraform";
import { example, examples, existing, isComplete, type Seen, vars } from "./example";

const subnets = {
  subnet_ids: { "us-west-2a": vars.subnet_ids[0], "us-west-2b": vars.subnet_ids[1] },
};

/** Asks of an example whose drivers get their permissions by the parts that these come first. */
function permitsBefore(seen: Seen, drivers: Readonly<Record<string, string>>): void {
  it.runIf(offline).each(Object.entries(drivers))(
    "makes %s after its permissions, and takes them away later",
    (address, identity) => {
      const [first, second] = address.split(".");
      const { depends_on: before } =
        first === "module" ? seen.written.module_calls[second] : seen.resource(address);
      expect(before).toContain(`module.${identity}`);
    },
  );

  it.runIf(offline)("lets the EFS driver use its one file system", () => {
    const { arn } = seen.state.values("module.efs_file_system.aws_efs_file_system.this");
    const { policy } = seen.state.values("module.efs_driver_identity.aws_iam_role_policy.this[0]");
    const [, create] = JSON.parse(policy).Statement;
    expect(create.Resource).toEqual([arn]);
  });
}

describe("examples/hcl/eks-addons", () => {
  const seen = isComplete("eks-addons", example("eks-addons", "us-west-2", subnets));
  permitsBefore(seen, {
    "aws_eks_addon.efs_csi_driver": "efs_driver_identity",
    "aws_eks_addon.s3_mountpoint_csi_driver": "s3_mountpoint_driver_identity",
  });

  it.runIf(offline)("leaves the drivers to EKS", () => {
    const addons = seen.all("aws_eks_addon.").map(({ addon_name: name }) => name);
    expect(addons.sort()).toEqual(["aws-efs-csi-driver", "aws-mountpoint-s3-csi-driver"]);
    const releases = [...seen.state.resources.keys()].filter((it) => it.includes("helm_release"));
    expect(releases.sort()).toEqual([
      "module.efs_storage_class.helm_release.this",
      "module.s3_mountpoint_storage_class.helm_release.this",
    ]);
  });

  it.runIf(offline)("makes each class after its driver", () => {
    for (const [call, addon] of [
      ["efs_storage_class", "efs_csi_driver"],
      ["s3_mountpoint_storage_class", "s3_mountpoint_csi_driver"],
    ]) {
      expect(seen.written.module_calls[call].depends_on).toEqual([`aws_eks_addon.${addon}`]);
    }
  });
});

describe("examples/hcl/efs-two-file-systems", () => {
  const { region, cluster_name } = vars;
  const kmsKey = "arn:aws:kms:us-west-2:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
  const seen = isComplete(
    "efs-two-file-systems",
    terraform(join(examples, "efs-two-file-systems"), {
      vars: { region, cluster_name, kms_key_arn: kmsKey, ...subnets },
      existing: existing(region),
    }),
  );

  it.runIf(offline)("encrypts one with its own key and backs it up, and the other not", () => {
    const made = ["results", "scratch"].map((call) => {
      const backups = seen.state.values(`module.${call}.aws_efs_backup_policy.this`);
      const { kms_key_id: key } = seen.state.values(`module.${call}.aws_efs_file_system.this`);
      return [key === kmsKey, backups.backup_policy[0].status];
    });
    expect(made).toEqual([
      [true, "ENABLED"],
      [false, "DISABLED"],
    ]);
  });

  it.runIf(offline)("has a class on each, a claim of each, and lets the driver use both", () => {
    const calls = ["scratch", "results"];
    const idOf = (call: string, name: "id" | "arn") =>
      seen.state.values(`module.${call}.aws_efs_file_system.this`)[name];
    const classes = calls.map((call) => {
      const { values } = seen.state.values(`module.${call}_class.helm_release.this`);
      const { name, parameters } = parse(values[0]).storageClass;
      return { name, id: parameters.fileSystemId };
    });
    expect(classes).toEqual(calls.map((name) => ({ name, id: idOf(name, "id") })));
    const manifest = readFileSync(join(examples, "efs-two-file-systems/pod.yaml"), "utf8");
    const objects: Values[] = parseAllDocuments(manifest).map((it) => it.toJS());
    expect(objects.flatMap(({ spec }) => spec.storageClassName ?? [])).toEqual(calls);
    const { policy } = seen.state.values("module.efs_driver_identity.aws_iam_role_policy.this[0]");
    const [, create] = JSON.parse(policy).Statement;
    expect(create.Resource.sort()).toEqual(calls.map((call) => idOf(call, "arn")).sort());
  });
});

describe("examples/hcl/private-cluster", () => {
  const registry = "123456789012.dkr.ecr.us-west-2.amazonaws.com";
  const proxy = "http://proxy.example.com:3128";
  const given = { ...subnets, route_table_ids: ["rtb-0a1b2c3d4e5f60718"] };
  const seen = isComplete(
    "private-cluster",
    example("private-cluster", "us-west-2", { ...given, https_proxy: proxy }),
  );
  permitsBefore(seen, {
    "module.efs_driver": "efs_driver_identity",
    "module.s3_mountpoint_driver": "s3_mountpoint_driver_identity",
  });

  /** The values of a release, its documents laid one over another as far as this test looks. */
  const valuesOf = (call: string): Values[] =>
    seen.state.values(`module.${call}.helm_release.this`).values.map((text: string) => parse(text));

  describe.runIf(offline).each([
    { call: "efs_driver", chart: "aws-efs-csi-driver", sidecars: 3 },
    { call: "s3_mountpoint_driver", chart: "aws-mountpoint-s3-csi-driver", sidecars: 2 },
  ])("installs $chart", ({ call, chart, sidecars }) => {
    it("from the mirror", () => {
      expect(seen.state.values(`module.${call}.helm_release.this`)).toMatchObject({
        chart,
        repository: `oci://${registry}/charts`,
      });
    });

    it("with images of the mirror alone", () => {
      const own = valuesOf(call).at(-1);
      const images = [own?.image, ...Object.values<Values>(own?.sidecars).map((it) => it.image)];
      expect(images).toHaveLength(1 + sidecars);
      for (const { repository } of images) expect(repository).toMatch(`${registry}/mirror/`);
    });

    it("on nodes that are set apart", () => {
      expect(valuesOf(call).at(-1)?.controller.tolerations).toContainEqual({
        key: "dedicated",
        operator: "Equal",
        value: "system",
        effect: "NoSchedule",
      });
    });
  });

  it.runIf(offline)("gives the proxy to whatever calls AWS, and keeps credentials off it", () => {
    const [efs] = valuesOf("efs_driver").slice(-1);
    for (const env of [efs.controller.env, efs.node.env]) {
      expect(env).toEqual([
        { name: "HTTPS_PROXY", value: proxy },
        { name: "NO_PROXY", value: expect.stringContaining("169.254.170.23") },
      ]);
    }
    expect(JSON.stringify(valuesOf("s3_mountpoint_storage_class"))).toContain(proxy);
  });

  it.runIf(offline)("renews the bucket's volumes by an image of the mirror", () => {
    expect(JSON.stringify(valuesOf("s3_mountpoint_storage_class"))).toContain(
      `"${registry}/mirror/amazonlinux/amazonlinux:`,
    );
  });

  it.runIf(offline)(
    "fences the access points of the cluster by the tag that its driver sets",
    () => {
      const { policy } = seen.state.values(
        "module.efs_driver_identity.aws_iam_role_policy.this[0]",
      );
      expect(policy).toContain('"aws:RequestTag/efs.csi.aws.com/cluster-name":"prod"');
      expect(JSON.stringify(valuesOf("efs_driver"))).toContain(
        '"efs.csi.aws.com/cluster-name":"prod"',
      );
    },
  );

  it.runIf(offline)("reaches AWS by endpoints that the nodes may use", () => {
    const endpoints = seen.all("aws_vpc_endpoint.");
    expect(
      endpoints.map(({ service_name: name }) => name.split(".").slice(3).join(".")).sort(),
    ).toEqual(["ec2", "ecr.api", "ecr.dkr", "eks-auth", "elasticfilesystem", "s3"]);
    const { id } = seen.state.values("aws_security_group.endpoints");
    for (const it of endpoints.filter(({ vpc_endpoint_type: type }) => type === "Interface")) {
      expect(it).toMatchObject({ private_dns_enabled: true, security_group_ids: [id] });
    }
    expect(seen.state.values("aws_vpc_security_group_ingress_rule.https")).toMatchObject({
      security_group_id: id,
      from_port: 443,
      to_port: 443,
    });
  });

  describe.runIf(offline)("without a proxy", () => {
    let plan: Plan;

    beforeAll(async () => {
      plan = await example("private-cluster", "us-west-2", given).plan();
    });

    it("sets none", () => {
      const { values } = plan.after("module.efs_driver.helm_release.this");
      expect(parse(values.at(-1)).controller.env).toEqual([]);
      expect(JSON.stringify([...plan.changes.values()])).not.toContain("HTTPS_PROXY");
    });
  });
});
