import { dirname } from "node:path";
import { describe, expect, it } from "vitest";
import { aws } from "../providers/aws";
import { helmV2, helmV3 } from "../providers/helm";
import { time } from "../providers/time";
import { deriveSchema } from "./derive";
import { bindings } from "./types";

const { provider: helm2 } = helmV2.schema;
const { provider: helm3, resource_schemas: helmResources } = helmV3.schema;
const { resource_schemas: resources } = aws.schema;

describe("a schema that is derived from a cdktf binding", () => {
  const { attributes = {}, block_types: blocks = {} } = resources.aws_efs_file_system.block;

  it.each([
    { provider: aws, lists: [bindings.aws, bindings["s3-files"]] },
    { provider: helmV2, lists: [bindings["helm-v2"]] },
    { provider: time, lists: [bindings.time] },
  ])("holds the types of its list, and no others: $provider.source", ({ provider, lists }) => {
    const types = lists.flatMap((binding): readonly string[] => binding.resources);
    expect(Object.keys(provider.schema.resource_schemas)).toEqual(types);
  });

  it("tells arguments from what is computed", () => {
    expect(attributes.arn).toEqual({ type: "string", computed: true });
    expect(attributes.throughput_mode).toEqual({ type: "string", optional: true });
    const { file_system_id: id } = resources.aws_efs_mount_target.block.attributes ?? {};
    expect(id).toEqual({ type: "string", required: true });
  });

  it("tells a block that may be repeated from one that may not, and from a required one", () => {
    expect(blocks.lifecycle_policy).not.toHaveProperty("max_items");
    expect(blocks.protection).toMatchObject({ nesting_mode: "list", max_items: 1 });
    const { backup_policy: policy } = resources.aws_efs_backup_policy.block.block_types ?? {};
    expect(policy).toMatchObject({ nesting_mode: "list", min_items: 1, max_items: 1 });
  });

  it("tells lists, sets and objects", () => {
    expect(attributes.size_in_bytes.type).toEqual([
      "list",
      ["object", { value: "number", value_in_ia: "number", value_in_standard: "number" }],
    ]);
    const { security_groups: groups } = resources.aws_efs_mount_target.block.attributes ?? {};
    expect(groups.type).toEqual(["set", "string"]);
  });

  it("has the helm provider's kubernetes as an attribute in 3.x, as a block in 2.x", () => {
    const { kubernetes: attribute } = helm3.block.attributes ?? {};
    expect(attribute.nested_type).toMatchObject({ nesting_mode: "single" });
    expect(helm2.block.block_types?.kubernetes).toMatchObject({ max_items: 1 });
  });

  it("has what the packages leave out from a list, which is refused where it is wrong", () => {
    const { repository_password: password, set_wo: secret } =
      helmResources.helm_release.block.attributes ?? {};
    expect(password).toMatchObject({ sensitive: true });
    expect(secret).toMatchObject({ write_only: true });
    const folder = dirname(require.resolve("@cdktf/provider-helm/package.json"));
    const wrong = { ...bindings.helm, sensitive: ["helm_release.pasword"] };
    expect(() => deriveSchema(wrong, folder)).toThrow(
      'the provider has no attribute "helm_release.pasword"',
    );
  });
});
