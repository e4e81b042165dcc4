import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { offline, type Plan, type State, terraform, type Values } from "../terraform/terraform";
import { callsOf } from "./calls";

const driver = {
  atomic: true,
  chart: expect.any(String),
  create_namespace: true,
  max_history: 10,
  namespace: "kube-system",
};
const storage_class = {
  atomic: true,
  chart: expect.stringMatching(/modules\/csi\/[\w-]+\/chart$/),
  max_history: 10,
  namespace: "kube-system",
  wait: false,
};
const oneOfTwo = { maxSurge: 0, maxUnavailable: 1 };
const aTenth = { maxUnavailable: "10%" };
const rollout = (rollingUpdate: object) => ({
  rollingUpdate,
  updateStrategy: { type: "RollingUpdate", rollingUpdate },
});
const region = "us-west-2";
const policy = expect.any(String);
const file_system_id = expect.stringMatching(/^fs-/);
const s3Source = { driver: "s3.csi.aws.com", volumeAttributes: { bucketName: "my-bucket" } };
const s3Class = {
  name: "s3-mountpoint",
  provisioner: "s3.csi.aws.com",
  reclaimPolicy: "Retain",
  volumeBindingMode: "Immediate",
};

/** Every argument that each module gives to its resources, and what it is by default. */
const documented: Record<string, Record<string, Values>> = {
  efs: {
    "aws_efs_backup_policy.this": {
      backup_policy: [{ status: "ENABLED" }],
      file_system_id,
      region,
    },
    "aws_efs_file_system.this": {
      encrypted: true,
      region,
      tags: { Name: "prod", "kubernetes.io/cluster/prod": "shared" },
      throughput_mode: "elastic",
    },
    "aws_efs_file_system_policy.this": { file_system_id, policy, region },
    "aws_efs_mount_target.this": {
      file_system_id,
      region,
      security_groups: ["sg-0123456789abcdef0"],
      subnet_id: "subnet-11111111",
    },
    "helm_release.driver": {
      ...driver,
      name: "aws-efs-csi-driver",
      repository: "https://kubernetes-sigs.github.io/aws-efs-csi-driver",
      timeout: 900,
      values: {
        controller: { deleteAccessPointRootDir: false, ...rollout(oneOfTwo) },
        node: rollout(aTenth),
      },
      version: "2.4.5",
      wait: true,
    },
    "helm_release.storage_class": {
      ...storage_class,
      name: expect.stringMatching(/^efs-sc-[0-9a-f]{8}$/),
      values: {
        chartDigest: expect.any(String),
        annotations: { "clockwork-codex.github.io/cluster-name": "prod" },
        storageClass: {
          name: "efs-sc",
          provisioner: "efs.csi.aws.com",
          parameters: {
            directoryPerms: "700",
            fileSystemId: file_system_id,
            provisioningMode: "efs-ap",
          },
          reclaimPolicy: "Delete",
          volumeBindingMode: "Immediate",
        },
      },
    },
  },
  "s3-mountpoint": {
    "helm_release.driver": {
      ...driver,
      name: "aws-mountpoint-s3-csi-driver",
      repository: "https://awslabs.github.io/mountpoint-s3-csi-driver",
      timeout: 1800,
      // The documented default, which was never published, stands for the chart that was tested.
      version: "2.7.0",
      wait: true,
    },
    "helm_release.storage_class": {
      ...storage_class,
      name: expect.stringMatching(/^s3-mountpoint-[0-9a-f]{8}$/),
      values: {
        chartDigest: expect.any(String),
        keeper: {
          enabled: true,
          image: "public.ecr.aws/amazonlinux/amazonlinux:2023.12.20260706.1",
          schedule: "* * * * *",
        },
        storageClass: s3Class,
        volumes: {
          // Kubelet hands the driver the first mode, and the driver refuses ReadWriteOnce.
          accessModes: ["ReadWriteMany", "ReadWriteOnce"],
          capacity: "1Pi",
          count: 64,
          csi: s3Source,
          mountOptions: [
            "region us-west-2",
            "allow-delete",
            "allow-overwrite",
            "allow-other",
            "dir-mode 0777",
            "file-mode 0666",
          ],
          pool: expect.any(String),
        },
      },
    },
    "terraform_data.pool": {
      triggers_replace: {
        value: { namespace: "kube-system", storage_class: s3Class, volume_source: s3Source },
        type: expect.anything(),
      },
    },
  },
};

describe.runIf(offline).each(Object.entries(documented))("the module %s", (name, resources) => {
  let plan: Plan;
  let state: State;

  beforeAll(async () => {
    const root = terraform(callsOf(name, { it: {} }));
    plan = await root.plan();
    state = await root.apply();
  });

  it("makes these resources of its required inputs, with these arguments and no others", () => {
    const { root_module: configuration } = plan.json.configuration as Values;
    const configured: Values[] = configuration.module_calls.it.module.resources;
    const made = configured.map(({ address, expressions, count_expression: count }) => {
      const { values: yaml, ...others } = state.values(`module.it.${address}${count ? "[0]" : ""}`);
      const values = { ...others, ...(yaml && { values: parse(yaml[0]) }) };
      return [address, Object.fromEntries(Object.keys(expressions).map((it) => [it, values[it]]))];
    });
    expect(Object.fromEntries(made)).toEqual(resources);
  });
});
