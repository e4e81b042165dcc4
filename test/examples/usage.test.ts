import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { filesBelow } from "../../scripts/generate/files";
import { type Files, knownAfterApply, terraform } from "../terraform/terraform";

const root = join(__dirname, "..", "..");
const folder = "examples/hcl/usage";
const vars = { region: "us-west-2", cluster_name: "prod" };

/** The first block of HCL in a document: the usage that it shows. */
function shownUsage(document: string): string {
  const block = /```hcl\n([\s\S]*?)```/.exec(readFileSync(join(root, document), "utf8"));
  if (block === null) throw new Error(`${document} shows no HCL`);
  return block[1];
}

describe("examples/hcl/usage", () => {
  const usage = terraform(join(root, folder), { vars });

  it("is formatted and valid, without a warning", async () => {
    expect(await usage.fmtCheck()).toBe("");
    expect(await usage.validate()).toEqual([]);
  });
});

describe("the usage that the modules' READMEs show, where network and bucket are made in the same apply", () => {
  const documented: Files = {
    ...Object.fromEntries(
      filesBelow(root, folder)
        .filter((path) => path.endsWith(".tf"))
        .map((path) => [path.slice(folder.length + 1), readFileSync(join(root, path), "utf8")]),
    ),
    "efs.tf": shownUsage("modules/csi/efs/README.md"),
    "s3-mountpoint.tf": shownUsage("modules/csi/s3-mountpoint/README.md"),
  };
  const platform = terraform(documented, { vars });

  it("calls the modules as documented", () => {
    expect(documented["efs.tf"]).toContain("subnet_ids         = module.network.private_subnets");
    expect(documented["s3-mountpoint.tf"]).toContain(
      "bucket_name        = module.storage.bucket_name",
    );
  });

  it("is valid without a warning", async () => {
    expect(await platform.validate()).toEqual([]);
  });

  it("plans while no id is known", async () => {
    const plan = await platform.plan();
    expect(plan.warnings).toEqual([]);
    expect(plan.change("module.efs.aws_efs_mount_target.this[1]").after).toMatchObject({
      region: "us-west-2",
      subnet_id: knownAfterApply,
      security_groups: knownAfterApply,
    });
    expect(plan.outputs).toMatchObject({
      efs_storage_class_name: "efs-sc",
      file_system_id: knownAfterApply,
      s3_storage_class_name: "s3-mountpoint",
    });
  });

  it("applies, has nothing left to do then, and destroys", async () => {
    const state = await platform.apply();
    expect(state).toBeDefined();
    expect((await platform.plan()).actions).toEqual({});
    await platform.destroy();
    expect(Object.values((await platform.plan()).actions)).toContain("create");
  });
});
