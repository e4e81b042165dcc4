import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { filesBelow } from "../../scripts/generate/files";
import { type Files, knownAfterApply, offline, terraform } from "../terraform/terraform";
import { existing, isComplete, vars as others, vpc } from "./example";
import { decideByResource } from "./iam";

const root = join(__dirname, "..", "..");
const folder = "examples/hcl/usage";
const { region, cluster_name } = others;
const vars = { region, cluster_name, cidr_block: "10.0.240.0/24" };

/** The first block of HCL in a document: the usage that it shows. */
function shownUsage(document: string): string {
  const block = /```hcl\n([\s\S]*?)```/.exec(readFileSync(join(root, document), "utf8"));
  if (block === null) throw new Error(`${document} shows no HCL`);
  return block[1];
}

describe("the usage that the modules' READMEs show, where subnets and bucket are made in the same apply", () => {
  const documented: Files = {
    ...Object.fromEntries(
      filesBelow(root, folder)
        .filter((path) => path.endsWith(".tf"))
        .map((path) => [path.slice(folder.length + 1), readFileSync(join(root, path), "utf8")]),
    ),
    "efs.tf": shownUsage("modules/csi/efs/README.md"),
    "s3-mountpoint.tf": shownUsage("modules/csi/s3-mountpoint/README.md"),
  };
  const platform = terraform(documented, { vars, existing: existing(region) });
  const seen = isComplete("usage", platform);

  it("calls the modules as documented", () => {
    expect(documented["efs.tf"]).toContain("subnet_ids         = module.network.private_subnets");
    expect(documented["s3-mountpoint.tf"]).toContain(
      "bucket_name        = module.storage.bucket_name",
    );
  });

  it.runIf(offline)("plans while no id is known", () => {
    expect(seen.plan.change("module.efs.aws_efs_mount_target.this[1]").after).toMatchObject({
      region: "us-west-2",
      subnet_id: knownAfterApply,
      security_groups: knownAfterApply,
    });
    expect(seen.plan.outputs).toMatchObject({
      efs_storage_class_name: "efs-sc",
      file_system_id: knownAfterApply,
      s3_storage_class_name: "s3-mountpoint",
    });
  });

  describe.runIf(offline)("puts the mount targets where the cluster's nodes reach them", () => {
    const subnets = () => seen.all("module.network.aws_subnet.");

    it("in its VPC, one in each of its zones", () => {
      expect(subnets()).toMatchObject([
        { vpc_id: vpc, availability_zone: "us-west-2a", cidr_block: "10.0.240.0/27" },
        { vpc_id: vpc, availability_zone: "us-west-2b", cidr_block: "10.0.240.32/27" },
      ]);
      for (const [index, { id }] of subnets().entries()) {
        const target = seen.state.values(`module.efs.aws_efs_mount_target.this[${index}]`);
        expect(target.subnet_id).toBe(id);
      }
    });

    it("in subnets without a route out of the VPC", () => {
      const table = seen.state.values("module.network.aws_route_table.private");
      expect(table).toMatchObject({ vpc_id: vpc, route: [] });
      for (const [index, { id }] of subnets().entries()) {
        expect(
          seen.state.values(`module.network.aws_route_table_association.private[${index}]`),
        ).toMatchObject({ route_table_id: table.id, subnet_id: id });
      }
    });
  });

  describe.runIf(offline)("makes a bucket", () => {
    const bucket = (type: string) => seen.state.values(`module.storage.aws_s3_bucket${type}.this`);

    it("that keeps what was deleted for a month, and no unfinished uploads", () => {
      expect(bucket("_versioning")).toMatchObject({
        bucket: bucket("").bucket,
        versioning_configuration: [{ status: "Enabled" }],
      });
      expect(bucket("_lifecycle_configuration").rule).toMatchObject([
        {
          status: "Enabled",
          abort_incomplete_multipart_upload: [{ days_after_initiation: 7 }],
          expiration: [{ expired_object_delete_marker: true }],
          noncurrent_version_expiration: [{ noncurrent_days: 30 }],
        },
      ]);
    });

    it("that is never public", () => {
      expect(bucket("_public_access_block")).toMatchObject({
        bucket: bucket("").bucket,
        block_public_acls: true,
        block_public_policy: true,
        ignore_public_acls: true,
        restrict_public_buckets: true,
      });
    });

    it.each([
      ["denies what comes without TLS", "false", "ExplicitlyDenied"],
      ["leaves all else to IAM", "true", "ImplicitlyDenied"],
    ])("whose policy %s", async (_, secure, decision) => {
      const { arn } = bucket("");
      for (const [action, resource] of [
        ["s3:ListBucket", arn],
        ["s3:GetObject", `${arn}/part-0`],
      ]) {
        const request = { action, resource, context: { "aws:SecureTransport": secure } };
        expect(await decideByResource(bucket("_policy").policy, request)).toBe(decision);
      }
    });
  });

  it.runIf(offline)("leaves nothing of its own behind when it is destroyed", async () => {
    expect((await platform.destroy()).resources.size).toBe(0);
  });
});
