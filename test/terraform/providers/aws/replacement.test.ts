import { beforeAll, describe, expect, it } from "vitest";
import { offline, type Plan, terraform, type Values } from "../../terraform";

/** Arguments whose change makes AWS's provider replace the object, and some whose does not. */
const cases: Readonly<Record<string, { common: Values; replaced: Values; kept: Values }>> = {
  aws_efs_file_system: {
    common: {},
    replaced: {
      availability_zone_name: ["us-west-2a", "us-west-2b"],
      creation_token: ["one", "other"],
      encrypted: [false, true],
      kms_key_id: [1, 2].map((key) => `arn:aws:kms:us-west-2:123456789012:key/${key}`),
      performance_mode: ["generalPurpose", "maxIO"],
      region: ["us-west-2", "us-east-1"],
    },
    kept: {
      lifecycle_policy: [[{ transition_to_ia: "AFTER_7_DAYS" }], []],
      protection: [{ replication_overwrite: "DISABLED" }, { replication_overwrite: "ENABLED" }],
      tags: [{ a: "1" }, { a: "2" }],
      throughput_mode: ["bursting", "elastic"],
    },
  },
  aws_efs_mount_target: {
    common: { file_system_id: "fs-1", subnet_id: "subnet-1" },
    replaced: {
      file_system_id: ["fs-1", "fs-2"],
      ip_address: ["10.0.0.1", "10.0.0.2"],
      ip_address_type: ["IPV4_ONLY", "DUAL_STACK"],
      ipv6_address: ["2001:db8::1", "2001:db8::2"],
      region: ["us-west-2", "us-east-1"],
      subnet_id: ["subnet-1", "subnet-2"],
    },
    kept: { security_groups: [["sg-1"], ["sg-2"]] },
  },
};

const changes = Object.entries(cases).flatMap(([type, { common, replaced, kept }]) =>
  Object.entries({ ...replaced, ...kept }).map(([argument, [before, after]]) => ({
    type,
    argument,
    address: `${type}.${argument}`,
    before: { ...common, [argument]: before },
    after: { ...common, [argument]: after },
    action: argument in replaced ? "replace" : "update",
  })),
);

/** A root with a resource for each change, as it is before or after. */
function rootWith(when: "before" | "after") {
  const resource: Record<string, Values> = {};
  for (const { type, argument, [when]: body } of changes) {
    resource[type] = { ...resource[type], [argument]: body };
  }
  const provider = { aws: { region: "us-west-2" } };
  return { "main.tf.json": JSON.stringify({ provider, resource }) };
}

describe.runIf(offline)("a change of an argument", () => {
  let plan: Plan;

  beforeAll(async () => {
    const root = terraform(rootWith("before"));
    await root.apply();
    plan = await root.edited(rootWith("after")).plan();
  });

  it.each(changes)("$address: $action", ({ address, argument, action }) => {
    const replacedBy = action === "replace" ? [argument] : [];
    expect(plan.change(address)).toMatchObject({ action, replacedBy });
  });
});
