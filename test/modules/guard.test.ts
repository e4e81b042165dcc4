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

  it("stays where the call is renamed, by a moved block, and would be replaced without", async () => {
    const before = terraform(callsOf(module, { state: {} }));
    await before.apply();
    const renamed = callsOf(module, { storage: {} });
    const moved = "moved {\n  from = module.state\n  to   = module.storage\n}\n";
    expect((await before.edited({ ...renamed, "moved.tf": moved }).plan()).isEmpty).toBe(true);
    expect((await before.edited(renamed).plan()).actions).toMatchObject({
      "module.state.aws_efs_file_system.this": "delete",
    });
  });
});
