import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { parseAllDocuments } from "yaml";
import { offline, terraform } from "../terraform/terraform";
import { examples, existing, Seen, vars } from "./example";
import { decideByResource } from "./iam";

const folder = join(examples, "efs-restore");
const read = (file: string) => readFileSync(join(folder, file), "utf8");
const fileSystem = "module.efs.aws_efs_file_system.this";

/** The example, where AWS Backup has made a file system. */
function restored(encrypted: boolean) {
  const { region } = vars;
  const made = { id: "fs-0a1b2c3d4e5f60718", region, creation_token: "restored", encrypted };
  return terraform(folder, {
    existing: { ...existing(region), ...(offline && { aws_efs_file_system: [made] }) },
  });
}

describe("examples/hcl/efs-restore", () => {
  const root = restored(true);
  const seen = new Seen();

  beforeAll(async () => {
    if (!offline) return;
    seen.plan = await root.plan();
    seen.state = await root.applyPlanned(seen.plan);
  });

  it("is valid, without a warning", async () => {
    expect(await root.validate()).toEqual([]);
  });

  it.runIf(offline)(
    "takes the restored file system over, and makes the rest, by one apply",
    async () => {
      const { [fileSystem]: action, ...others } = seen.plan.actions;
      expect(action).toBe("update");
      expect(seen.plan.change(fileSystem).imports).toBe(true);
      expect(new Set(Object.values(others))).toEqual(new Set(["create"]));
      expect((await root.plan()).isEmpty).toBe(true);
    },
  );

  it.runIf(offline)("would replace one that is not encrypted", async () => {
    expect((await restored(false).plan()).change(fileSystem).action).toBe("replace");
  });

  it.runIf(offline)("enters the directory as its owner, and makes none", () => {
    const [point] = seen.all("aws_efs_access_point.restored");
    expect(point).toMatchObject({
      file_system_id: seen.state.values(fileSystem).id,
      posix_user: [{ uid: 50000, gid: 50000 }],
      root_directory: [{ creation_info: [] }],
    });
    // https://docs.aws.amazon.com/efs/latest/ug/API_RootDirectory.html
    expect(point.root_directory[0].path.length).toBeLessThanOrEqual(100);
    const { "efs-volume": handle } = seen.state.outputs.volume_handles as Record<string, string>;
    expect(handle).toBe(`${point.file_system_id}::${point.id}`);
  });

  it("ties the volume and the claim to each other, and keeps the data", () => {
    const [volume, claim] = parseAllDocuments(read("claim.yaml")).map((it) => it.toJS());
    const { name, namespace } = claim.metadata;
    const { storageClassName, accessModes } = claim.spec;
    expect(claim.spec.volumeName).toBe(volume.metadata.name);
    expect(volume.spec).toMatchObject({
      storageClassName,
      accessModes,
      capacity: claim.spec.resources.requests,
      persistentVolumeReclaimPolicy: "Retain",
      claimRef: { name, namespace },
      csi: {
        driver: "efs.csi.aws.com",
        volumeHandle: expect.stringMatching(/^fs-\w+::fsap-\w+$/),
      },
    });
  });

  it.each([
    ["StartRestoreJob", "ImplicitlyDenied"],
    ["DeleteRecoveryPoint", "ExplicitlyDenied"],
  ])("leaves %s of the vault's recovery points %s", async (action, decision) => {
    const resource = "arn:aws:backup:us-west-2:123456789012:recovery-point:restored";
    const request = { action: `backup:${action}`, resource };
    expect(await decideByResource(read("vault-policy.json"), request)).toBe(decision);
  });
});
