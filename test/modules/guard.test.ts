import { cpSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { offline, terraform } from "../terraform/terraform";
import { callsOf } from "./calls";
import { validInputs } from "./valid-inputs";

const root = join(__dirname, "../..");
const module = "efs-file-system";

describe.runIf(offline)("the file system of the part", () => {
  it("can be guarded by the override file of the README", async () => {
    const folder = join(mkdtempSync(join(tmpdir(), "guard-")), module);
    cpSync(join(root, "modules/csi", module), folder, { recursive: true });
    const plain = terraform(folder, { vars: validInputs[module] });
    expect((await plain.plan({}, "-destroy")).isEmpty).toBe(true);
    await plain.apply();
    expect(Object.values((await plain.plan({}, "-destroy")).actions)).toContain("delete");

    cpSync(join(root, "csi", module, "guard_override.tf"), join(folder, "guard_override.tf"));
    const refused = "Instance cannot be destroyed";
    expect(await plain.planFails({}, "-destroy")).toContain(refused);
    expect(await plain.planFails({ aws_region: "eu-central-1" })).toContain(refused);
    expect(await plain.planFails({}, "-replace=aws_efs_file_system.this")).toContain(refused);
    expect((await plain.plan()).isEmpty).toBe(true);
  });

  describe("stays, by a moved block, and would be replaced without,", () => {
    const call = callsOf("efs", { efs: {} });
    const inStorage = call["efs.tf.json"].replace("./modules", "../modules");
    it.each([
      { where: "module.storage", files: callsOf("efs", { storage: {} }) },
      {
        where: "module.storage.module.efs",
        files: {
          "providers.tf": call["providers.tf"],
          "main.tf": 'module "storage" {\n  source = "./storage"\n}\n',
          "storage/efs.tf.json": inStorage,
        },
      },
    ])("where the call becomes $where", async ({ where, files }) => {
      const before = terraform(call);
      await before.apply();
      const moved = `moved {\n  from = module.efs\n  to   = ${where}\n}\n`;
      expect((await before.edited({ ...files, "moved.tf": moved }).plan()).isEmpty).toBe(true);
      expect((await before.edited(files).plan()).actions).toMatchObject({
        "module.efs.aws_efs_file_system.this": "delete",
        [`${where}.aws_efs_file_system.this`]: "create",
      });
    });
  });
});
