import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import awsJson from "./aws.json";
import { deriveSchema } from "./derive";
import helmJson from "./helm.json";
import helmV2Json from "./helm-v2.json";
import kubernetesJson from "./kubernetes.json";
import timeJson from "./time.json";
import { bindings } from "./types";

const command = "run `npx tsx test/terraform/derive-schemas.ts` and commit its changes";

function folderOf(name: string): string {
  return dirname(require.resolve(`${name}/package.json`));
}

describe("the committed schemas", () => {
  it.each([
    { name: "aws", committed: awsJson, binding: bindings.aws },
    { name: "helm", committed: helmJson, binding: bindings.helm },
  ])("of $name are what its pinned package says", ({ committed, binding }) => {
    expect(deriveSchema(binding, folderOf(binding.package)), command).toEqual(committed);
  });

  it.each([
    { name: "helm 2.x", committed: helmV2Json, binding: bindings["helm-v2"] },
    { name: "kubernetes", committed: kubernetesJson, binding: bindings.kubernetes },
    { name: "time", committed: timeJson, binding: bindings.time },
  ])("of $name, which no pinned package tells, hold the types of their list", ({
    committed,
    binding,
  }) => {
    expect(Object.keys(committed.resource_schemas), command).toEqual(binding.resources);
  });
});

describe("a derived schema", () => {
  const fileSystem = awsJson.resource_schemas.aws_efs_file_system.block;

  it("tells arguments from what is computed", () => {
    expect(fileSystem.attributes.arn).toEqual({ type: "string", computed: true });
    expect(fileSystem.attributes.throughput_mode).toEqual({ type: "string", optional: true });
    const { file_system_id: id } = awsJson.resource_schemas.aws_efs_mount_target.block.attributes;
    expect(id).toEqual({ type: "string", required: true });
  });

  it("tells a block that may be repeated from one that may not, and from a required one", () => {
    expect(fileSystem.block_types.lifecycle_policy).not.toHaveProperty("max_items");
    expect(fileSystem.block_types.protection).toMatchObject({ nesting_mode: "list", max_items: 1 });
    const { backup_policy: policy } =
      awsJson.resource_schemas.aws_efs_backup_policy.block.block_types;
    expect(policy).toMatchObject({ nesting_mode: "list", min_items: 1, max_items: 1 });
  });

  it("tells lists, sets and objects", () => {
    expect(fileSystem.attributes.size_in_bytes.type).toEqual([
      "list",
      ["object", { value: "number", value_in_ia: "number", value_in_standard: "number" }],
    ]);
    const { security_groups: groups } =
      awsJson.resource_schemas.aws_efs_mount_target.block.attributes;
    expect(groups.type).toEqual(["set", "string"]);
  });

  it("has the helm provider's kubernetes as an attribute in 3.x, as a block in 2.x", () => {
    const { attributes } = helmJson.provider.block;
    expect(attributes.kubernetes.nested_type).toMatchObject({ nesting_mode: "single" });
    expect(attributes.registries.nested_type).toMatchObject({ nesting_mode: "list" });
    expect(attributes.experiments.nested_type).toMatchObject({ nesting_mode: "single" });
    expect(helmV2Json.provider.block.block_types.kubernetes).toMatchObject({ max_items: 1 });
  });

  it("has what the packages leave out, from a list by hand", () => {
    const { repository_password: password, set_wo: secret } =
      helmJson.resource_schemas.helm_release.block.attributes;
    expect(password).toMatchObject({ sensitive: true });
    expect(secret).toMatchObject({ write_only: true });
    expect(awsJson.data_source_schemas.aws_eks_cluster_auth.block.attributes.token).toMatchObject({
      sensitive: true,
    });
  });

  it("is refused when that list names what the provider has not", () => {
    const binding = { ...bindings.helm, sensitive: ["helm_release.pasword"] };
    expect(() => deriveSchema(binding, folderOf(binding.package))).toThrow(
      'the provider has no attribute "helm_release.pasword"',
    );
  });

  it("is refused when the folder holds no binding", () => {
    expect(() => deriveSchema(bindings.helm, join(__dirname, "nowhere"))).toThrow("ENOENT");
  });
});
