import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import {
  type Happening,
  knownAfterApply,
  offline,
  type Plan,
  terraform,
} from "../terraform/terraform";
import { examples, existing, vars } from "./example";

const { region, cluster_name, subnet_ids } = vars;
const root = terraform(join(examples, "s3-files"), {
  vars: {
    region,
    cluster_name,
    subnet_ids: { "us-west-2a": subnet_ids[0], "us-west-2b": subnet_ids[1] },
  },
  existing: existing(region),
});

describe("examples/hcl/s3-files", () => {
  it("is formatted and valid, without a warning", async () => {
    expect(await root.fmtCheck()).toBe("");
    expect(await root.validate()).toEqual([]);
  });

  describe.runIf(offline)("applied and destroyed", () => {
    let plan: Plan;
    let again: Plan;
    let history: readonly Happening[];

    beforeAll(async () => {
      plan = await root.plan();
      await root.apply();
      again = await root.plan();
      await root.destroy();
      history = root.history;
    });

    const place = (action: Happening["action"], type: string) => {
      const found = history.findIndex((it) => it.action === action && it.type === type);
      if (found < 0) throw new Error(`no ${action} of ${type}`);
      return found;
    };

    it("is planned while no id is known, and done by one apply", () => {
      expect(plan.warnings).toEqual([]);
      expect(plan.outputs).toMatchObject({
        file_system_id: knownAfterApply,
        storage_class_name: "s3-files",
      });
      expect(again.isEmpty).toBe(true);
    });

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

    it("starts the driver when its permissions have taken effect", () => {
      expect(place("create", "time_sleep")).toBeLessThan(place("create", "helm_release"));
      expect(place("delete", "helm_release")).toBeLessThan(place("delete", "time_sleep"));
    });
  });
});
