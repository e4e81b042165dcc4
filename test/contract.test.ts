import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "@cdktf/hcl2json";
import { beforeAll, describe, expect, it } from "vitest";
import { parse as parseYaml } from "yaml";

interface Row {
  readonly type?: string;
  readonly description: string;
  /** None for a required input; null where its description says what that means. */
  readonly default?: unknown;
}

/** What is promised to users, written down here by hand. */
const contract: Record<string, { inputs: Record<string, Row>; outputs: Record<string, Row> }> = {
  "s3-mountpoint": {
    inputs: {
      aws_region: { type: "string", description: "AWS region where the bucket exists" },
      bucket_name: { type: "string", description: "Name of the S3 bucket to mount" },
      storage_class_name: {
        type: "string",
        description: "StorageClass name",
        default: "s3-mountpoint",
      },
      helm_chart_version: {
        type: "string",
        description: "Helm chart version to install",
        default: "0.1.0",
      },
      namespace: {
        type: "string",
        description: "Kubernetes namespace for deployment",
        default: "kube-system",
      },
    },
    outputs: {
      storage_class_name: { description: "Name of the created class" },
    },
  },
  "s3-mountpoint-driver": {
    inputs: {
      chart_repository: {
        type: "string",
        description: "Address of the chart repository, or path of the chart",
        default: "https://awslabs.github.io/mountpoint-s3-csi-driver",
      },
      helm_chart_version: { type: "string", description: "Helm chart version", default: "2.7.0" },
      namespace: {
        type: "string",
        description: "Kubernetes namespace for deployment",
        default: "kube-system",
      },
      role_arn: {
        type: "string",
        description: "ARN of the IAM role of the driver's service account (IRSA)",
        default: null,
      },
      timeout: {
        type: "number",
        description: "Seconds that an install or an upgrade may take before it is rolled back",
        default: 1800,
      },
      values: {
        type: "list(string)",
        description:
          "Further values of the driver's chart: YAML documents, each laid over those before it",
        default: [],
      },
    },
    outputs: {
      namespace: { description: "Kubernetes namespace of the driver" },
      service_account_name: {
        description:
          "Service account that reads and writes the buckets: the one that needs AWS permissions",
      },
    },
  },
  "s3-mountpoint-storage-class": {
    inputs: {
      annotations: {
        type: "map(string)",
        description: "Annotations of the StorageClass",
        default: {},
      },
      authentication_source: {
        type: "string",
        description: "Whose AWS permissions a mount has",
        default: "driver",
      },
      aws_region: { type: "string", description: "AWS region where the bucket exists" },
      bucket_name: { type: "string", description: "Name of the S3 bucket to mount" },
      cache: {
        type: "object({ medium = optional(string), resource_request = optional(string), size_limit = optional(string), storage_class_name = optional(string), type = optional(string) })",
        description: "A cache on the node of what is read from the bucket",
        default: {},
      },
      container_resources: {
        type: "object({ limits_cpu = optional(string), limits_memory = optional(string), requests_cpu = optional(string), requests_memory = optional(string) })",
        description: "CPU and memory of each Mountpoint container, as Kubernetes quantities",
        default: {},
      },
      https_proxy: {
        type: "string",
        description: "Address of the HTTPS proxy through which Mountpoint reaches S3",
        default: null,
      },
      is_default_class: {
        type: "bool",
        description: "Whether claims that name no class get this one",
        default: false,
      },
      keeper_enabled: {
        type: "bool",
        description: "Whether a CronJob gives volumes back whose claims were deleted",
        default: true,
      },
      keeper_image: {
        type: "string",
        description: "Image of the keeper, by its tag or digest: any with `/bin/sh` and curl 7.75",
        default: "public.ecr.aws/amazonlinux/amazonlinux:2023.12.20260706.1",
      },
      keeper_schedule: {
        type: "string",
        description: "When the keeper runs, as the schedule of a CronJob",
        default: "* * * * *",
      },
      labels: { type: "map(string)", description: "Labels of the StorageClass", default: {} },
      mount_options: {
        type: "list(string)",
        description:
          "Further mount options of Mountpoint, one an item, such as `uid 1000` or `allow-root`",
        default: [],
      },
      namespace: {
        type: "string",
        description: "Kubernetes namespace of the driver",
        default: "kube-system",
      },
      no_proxy: {
        type: "string",
        description: "Hosts that are reached without the proxy, with commas between",
        default: null,
      },
      prefix: {
        type: "string",
        description: "Key prefix that is mounted instead of the whole bucket, such as `team-a/`",
        default: null,
      },
      read_only: {
        type: "bool",
        description: "Whether pods may only read",
        default: false,
      },
      storage_class_name: {
        type: "string",
        description: "StorageClass name",
        default: "s3-mountpoint",
      },
      sts_region: {
        type: "string",
        description: "Region of AWS STS that hands out the credentials of pods with IRSA",
        default: null,
      },
      volume_count: {
        type: "number",
        description: "Number of volumes, and so of claims that can be bound at one time",
        default: 64,
      },
    },
    outputs: {
      storage_class_name: { description: "Name of the created class" },
    },
  },
  efs: {
    inputs: {
      aws_region: { type: "string", description: "AWS region for deployment" },
      cluster_name: { type: "string", description: "Cluster name to tag and label EFS" },
      subnet_ids: { type: "list(string)", description: "Private subnet IDs to mount into" },
      security_group_id: { type: "string", description: "Security group for EFS mount targets" },
      namespace: {
        type: "string",
        description: "Kubernetes namespace for the CSI driver",
        default: "kube-system",
      },
      storage_class_name: {
        type: "string",
        description: "Name of the EFS storage class",
        default: "efs-sc",
      },
      helm_chart_version: {
        type: "string",
        description: "Helm chart version",
        default: "2.4.5",
      },
    },
    outputs: {
      storage_class_name: { description: "Registered StorageClass" },
      file_system_id: { description: "ID of the created EFS instance" },
    },
  },
  "efs-driver-identity": {
    inputs: {
      cluster_arn: { type: "string", description: "ARN of the EKS cluster" },
      file_system_arns: {
        type: "list(string)",
        description: "ARNs of the file systems that the driver may use",
        default: [],
      },
      namespace: {
        type: "string",
        description: "Kubernetes namespace of the driver",
        default: "kube-system",
      },
      own_access_points_only: {
        type: "bool",
        description:
          "Whether the driver may make and delete only access points that carry the tag `efs.csi.aws.com/cluster-name` with the cluster's name",
        default: false,
      },
      permissions_boundary_arn: {
        type: "string",
        description: "ARN of the policy that bounds what the role may ever do",
        default: null,
      },
    },
    outputs: {
      associations: {
        description: "ID of the association by its service account, known when it has taken effect",
      },
      policy_json: {
        description: "The policy of the role, as JSON: for whoever attaches it elsewhere",
      },
      role_arn: { description: "ARN of the role" },
    },
  },
  "s3-mountpoint-driver-identity": {
    inputs: {
      cluster_arn: { type: "string", description: "ARN of the EKS cluster" },
      bucket_account_ids: {
        type: "list(string)",
        description: "IDs of the AWS accounts that own the buckets",
        default: [],
      },
      bucket_arns: {
        type: "list(string)",
        description: "ARNs of the buckets that the driver may use",
      },
      kms_key_arns: {
        type: "list(string)",
        description: "ARNs of the KMS keys that the buckets are encrypted with",
        default: [],
      },
      namespace: {
        type: "string",
        description: "Kubernetes namespace of the service account",
        default: "kube-system",
      },
      permissions_boundary_arn: {
        type: "string",
        description: "ARN of the policy that bounds what the role may ever do",
        default: null,
      },
      read_only: {
        type: "bool",
        description: "Whether the buckets may only be read",
        default: false,
      },
      service_account_name: {
        type: "string",
        description:
          "Name of the service account: the driver's, or that of pods whose volumes have `authenticationSource: pod`",
        default: "s3-csi-driver-sa",
      },
    },
    outputs: {
      associations: {
        description: "ID of the association by its service account, known when it has taken effect",
      },
      policy_json: {
        description: "The policy of the role, as JSON: for whoever attaches it elsewhere",
      },
      role_arn: { description: "ARN of the role" },
    },
  },
};

/** The same for the parts, in fewer words: type and default of each input. */
const parts: Record<string, { inputs: Record<string, string>; outputs: string[] }> = {
  "efs-driver": {
    inputs: {
      chart_repository: 'string = "https://kubernetes-sigs.github.io/aws-efs-csi-driver"',
      cluster_name: "string = null",
      controller_role_arn: "string = null",
      helm_chart_version: 'string = "3.4.1"',
      namespace: 'string = "kube-system"',
      node_role_arn: "string = null",
      timeout: "number = 900",
      values: "list(string) = []",
    },
    outputs: ["controller_service_account_name", "namespace", "node_service_account_name"],
  },
  "efs-file-system": {
    inputs: {
      aws_region: "string",
      backup_enabled: "bool = true",
      client_access: 'string = "access-points"',
      cluster_name: "string",
      kms_key_id: "string = null",
      provisioned_throughput_in_mibps: "number = null",
      security_group_ids: "list(string)",
      subnet_ids: "map(string)",
      tags: "map(string) = {}",
      throughput_mode: 'string = "elastic"',
      transition_to_archive: "string = null",
      transition_to_ia: "string = null",
      transition_to_primary_storage_class: "string = null",
    },
    outputs: ["dns_name", "file_system_arn", "file_system_id", "mount_target_ids"],
  },
  "efs-storage-class": {
    inputs: {
      annotations: "map(string) = {}",
      az: "string = null",
      base_path: "string = null",
      directory_perms: 'string = "700"',
      enable_tagging: "bool = null",
      enforce_zone_affinity: "bool = null",
      ensure_unique_directory: "bool = null",
      file_system_id: "string",
      gid: "number = null",
      gid_range_end: "number = null",
      gid_range_start: "number = null",
      is_default_class: "bool = false",
      labels: "map(string) = {}",
      mount_options: "list(string) = []",
      namespace: 'string = "kube-system"',
      provisioner_secret_name: "string = null",
      provisioner_secret_namespace: "string = null",
      reclaim_policy: 'string = "Delete"',
      reuse_access_point: "bool = null",
      storage_class_name: 'string = "efs-sc"',
      sub_path_pattern: "string = null",
      uid: "number = null",
    },
    outputs: ["storage_class_name"],
  },
  "s3-files": {
    inputs: {
      aws_region: "string",
      bucket_arn: "string",
      bucket_kms_key_arns: "list(string) = []",
      cluster_arn: "string",
      helm_chart_version: 'string = "4.4.1"',
      namespace: 'string = "kube-system"',
      prefix: "string = null",
      security_group_ids: "list(string)",
      storage_class_name: 'string = "s3-files"',
      subnet_ids: "map(string)",
    },
    outputs: ["file_system_id", "storage_class_name"],
  },
  "s3-files-driver-identity": {
    inputs: {
      aws_region: "string",
      bucket_arns: "list(string) = []",
      bucket_kms_key_arns: "list(string) = []",
      cluster_arn: "string",
      file_system_arns: "list(string)",
      namespace: 'string = "kube-system"',
    },
    outputs: [
      "associations",
      "controller_policy_json",
      "controller_role_name",
      "node_policy_json",
      "node_role_name",
    ],
  },
  "s3-files-file-system": {
    inputs: {
      aws_region: "string",
      bucket_arn: "string",
      bucket_kms_key_arns: "list(string) = []",
      cluster_arn: "string",
      days_after_last_access: "number = 30",
      import_size_less_than: "number = 131072",
      import_trigger: 'string = "ON_DIRECTORY_FIRST_ACCESS"',
      kms_key_arn: "string = null",
      prefix: "string = null",
      security_group_ids: "list(string)",
      subnet_ids: "map(string)",
      tags: "map(string) = {}",
    },
    outputs: ["file_system_arn", "file_system_id"],
  },
  "s3-files-storage-class": {
    inputs: {
      annotations: "map(string) = {}",
      base_path: "string = null",
      directory_perms: 'string = "700"',
      ensure_unique_directory: "bool = null",
      file_system_id: "string",
      gid: "number = null",
      gid_range_end: "number = null",
      gid_range_start: "number = null",
      is_default_class: "bool = false",
      labels: "map(string) = {}",
      mount_options: "list(string) = []",
      namespace: 'string = "kube-system"',
      reclaim_policy: 'string = "Delete"',
      storage_class_name: 'string = "s3-files"',
      sub_path_pattern: "string = null",
      uid: "number = null",
    },
    outputs: ["storage_class_name"],
  },
};

/** How users call the modules, and claim, as documented from the start. */
const documented: Record<string, { usage: string; claim?: object }> = {
  "s3-mountpoint": {
    usage: `module "s3_mountpoint" {
  source = "./modules/csi/s3-mountpoint"

  aws_region         = var.region
  bucket_name        = module.storage.bucket_name
  storage_class_name = "s3-mountpoint"
}
`,
    claim: {
      apiVersion: "v1",
      kind: "PersistentVolumeClaim",
      metadata: { name: "s3-volume" },
      spec: {
        accessModes: ["ReadWriteMany"],
        storageClassName: "s3-mountpoint",
        resources: { requests: { storage: "10Gi" } },
      },
    },
  },
  efs: {
    usage: `module "efs" {
  source = "./modules/csi/efs"

  aws_region         = var.region
  cluster_name       = var.cluster_name
  subnet_ids         = module.network.private_subnets
  security_group_id  = module.network.security_group_id
  storage_class_name = "efs-sc"
}
`,
  },
};

/** The documented description is the first sentence; what follows tells more. */
function firstSentence(description: string): string {
  return description.split(/\.(?:\s|$)/)[0];
}

/** A type that may stand in several lines. */
function oneLine(type: string): string {
  const lines = type.split("\n").map((line) => line.trim().replace(/ +/g, " "));
  if (lines.length === 1) return type;
  return `${lines[0]} ${lines.slice(1, -1).join(", ")} ${lines.at(-1)}`;
}

describe.each(Object.entries(contract))("%s", (name, promised) => {
  const folder = join(__dirname, "..", "modules", "csi", name);
  const read = (file: string) => readFileSync(join(folder, file), "utf8");
  // biome-ignore lint/suspicious/noExplicitAny: HCL as JSON.
  let hcl: any;

  beforeAll(async () => {
    hcl = await parse("module.tf", read("variables.tf") + read("outputs.tf"));
  });

  it("has the promised inputs in variables.tf, and no others", () => {
    const inputs = Object.entries<Record<string, string>[]>(hcl.variable).map(
      ([input, [variable]]) => [
        input,
        {
          type: oneLine(variable.type.replace(/^\$\{(.*)\}$/s, "$1")),
          description: firstSentence(variable.description),
          ...("default" in variable ? { default: variable.default } : {}),
        },
      ],
    );
    expect(Object.fromEntries(inputs)).toEqual(promised.inputs);
  });

  it("refuses null for a required input, and takes a default that is not null for it", () => {
    for (const [variable] of Object.values<Record<string, unknown>[]>(hcl.variable)) {
      expect(variable.nullable).toBe(variable.default === null ? undefined : false);
    }
  });

  it("has the promised outputs in outputs.tf, and no others", () => {
    const outputs = Object.entries<Record<string, string>[]>(hcl.output).map(
      ([output, [{ description }]]) => [output, { description: firstSentence(description) }],
    );
    expect(Object.fromEntries(outputs)).toEqual(promised.outputs);
  });

  it.runIf(name in documented)(
    "shows the promised usage in its README and the repository's",
    () => {
      const { usage } = documented[name];
      const repository = readFileSync(join(__dirname, "..", "README.md"), "utf8");
      for (const text of [read("README.md"), repository]) {
        expect(text).toContain(`\`\`\`hcl\n${usage}\`\`\`\n`);
      }
    },
  );

  it("has the promised rows in its README, and no others", () => {
    const rows = (section: string) =>
      read("README.md")
        .split(`## ${section}\n`)[1]
        .split("\n## ")[0]
        .split("\n")
        .filter((line) => line.startsWith("| `"))
        .map((line) => line.slice(2, -2).split(" | "))
        .map(([input, description, ...rest]) => [input, firstSentence(description), ...rest]);
    expect(rows("Inputs").sort()).toEqual(
      Object.entries(promised.inputs)
        .map(([input, { description, type, default: byDefault }]) => [
          `\`${input}\``,
          description,
          `\`${type}\``,
          byDefault === undefined ? "required" : `\`${JSON.stringify(byDefault)}\``,
        ])
        .sort(),
    );
    expect(rows("Outputs").sort()).toEqual(
      Object.entries(promised.outputs)
        .map(([output, { description }]) => [`\`${output}\``, description])
        .sort(),
    );
  });
});

it.each(Object.entries(parts))(
  "%s has the promised inputs and outputs, and no others",
  async (name, promised) => {
    const folder = join(__dirname, "..", "modules", "csi", name);
    const text = ["variables.tf", "outputs.tf"].map((file) =>
      readFileSync(join(folder, file), "utf8"),
    );
    const hcl = await parse("module.tf", text.join(""));
    const inputs = Object.entries<Record<string, unknown>[]>(hcl.variable).map(
      ([input, [variable]]) => {
        const type = String(variable.type).replace(/^\$\{(.*)\}$/, "$1");
        const text = "default" in variable ? `${type} = ${JSON.stringify(variable.default)}` : type;
        // Null where it has a meaning of its own, and else the default.
        expect(variable.nullable).toBe(variable.default === null ? undefined : false);
        return [input, text];
      },
    );
    expect(Object.fromEntries(inputs)).toEqual(promised.inputs);
    expect(Object.keys(hcl.output).sort()).toEqual(promised.outputs);
  },
);

it("shows the promised claim of a bucket", () => {
  const path = join(__dirname, "..", "modules", "csi", "s3-mountpoint", "README.md");
  const [, claim] = /```yaml\n([\s\S]*?)```/.exec(readFileSync(path, "utf8")) ?? [];
  expect(parseYaml(claim)).toEqual(documented["s3-mountpoint"].claim);
});
