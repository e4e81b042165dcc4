import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type Happening, offline, terraform } from "../terraform/terraform";
import { examples, existing, vars } from "./example";

const { region, cluster_name, bucket_name, subnet_ids } = vars;

describe.runIf(offline)("examples/hcl/s3-files, applied and destroyed", () => {
  let history: readonly Happening[];

  beforeAll(async () => {
    const root = terraform(join(examples, "s3-files"), { existing: existing(region) });
    await root.apply();
    await root.destroy();
    history = root.history;
  });

  const place = (action: Happening["action"], type: string) => {
    const found = history.findIndex((it) => it.action === action && it.type === type);
    if (found < 0) throw new Error(`no ${action} of ${type}`);
    return found;
  };

  it("has the bucket's versioning as long as the file system", () => {
    const [versioning, system] = ["aws_s3_bucket_versioning", "aws_s3files_file_system"];
    expect(place("create", versioning)).toBeLessThan(place("create", system));
    expect(place("delete", system)).toBeLessThan(place("delete", versioning));
  });

  it("has the role's permissions as long as the file system, and its policy before a mount", () => {
    const [mount, policy] = ["aws_s3files_mount_target", "aws_s3files_file_system_policy"];
    expect(place("create", policy)).toBeLessThan(place("create", mount));
    expect(place("delete", mount)).toBeLessThan(place("delete", policy));
    const deleted = history.filter(({ action }) => action === "delete").map(({ type }) => type);
    expect(deleted.indexOf("aws_s3files_file_system")).toBeLessThan(
      deleted.lastIndexOf("aws_iam_role_policy"),
    );
  });

  it("takes the driver away before its permissions", () => {
    expect(place("delete", "helm_release")).toBeLessThan(place("delete", "time_sleep"));
  });
});

describe("examples/hcl/efs-and-s3-files", () => {
  const zones = { "us-west-2a": subnet_ids[0], "us-west-2b": subnet_ids[1] };
  const root = terraform(join(examples, "efs-and-s3-files"), {
    vars: { region, cluster_name, bucket_name, subnet_ids: zones },
    existing: existing(region),
  });

  it("is valid, without a warning", async () => {
    expect(await root.validate()).toEqual([]);
  });

  it.runIf(offline)("is done by one apply, the driver after the permissions for both", async () => {
    const plan = await root.plan();
    expect(plan.warnings).toEqual([]);
    expect(plan.outputs).toMatchObject({
      efs_storage_class_name: "efs-sc",
      s3_files_storage_class_name: "s3-files",
    });
    const state = await root.apply();
    expect((await root.plan()).isEmpty).toBe(true);
    const { name } = state.values("module.s3_files_driver_identity.aws_iam_role.controller");
    expect(state.values("aws_iam_role_policy_attachment.efs").role).toBe(name);
    const types = root.history.map(({ type }) => type);
    for (const type of ["aws_iam_role_policy_attachment", "time_sleep"]) {
      expect(types.indexOf(type)).toBeLessThan(types.indexOf("helm_release"));
    }
  });
});
