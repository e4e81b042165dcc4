import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { chartDigest, chartFolder } from "../../csi/internal/chart";
import { filesBelow } from "../../scripts/generate/files";
import { modules } from "../../scripts/generate/modules";
import { knownAfterApply } from "../terraform/plan";
import { terraform } from "../terraform/terraform";
import { validInputs } from "./valid-inputs";

const root = join(__dirname, "..", "..");

describe.each(modules)("modules/csi/$name", ({ name }) => {
  const folder = join(root, "modules", "csi", name);
  const module = terraform(folder, { vars: validInputs[name] });

  it("is as terraform fmt would have it", async () => {
    expect(await module.fmtCheck()).toBe("");
  });

  it("is valid without a warning", async () => {
    expect(await module.validate()).toEqual([]);
  });

  it("plans to create, and nothing else", async () => {
    const plan = await module.plan();
    // Not [unknown]: of that the helm provider's experiment `manifest` renders the known part.
    expect(plan.after("helm_release.storage_class").values).toBe(knownAfterApply);
    expect(new Set(Object.values(plan.actions))).toEqual(new Set(["create"]));
    expect(plan.warnings).toEqual([]);
  });

  it("has the digest of its chart, so that an upgrade of the module reaches the cluster", () => {
    const main = readFileSync(join(folder, "main.tf"), "utf8");
    expect(main).toMatch(new RegExp(`chartDigest += "${chartDigest(chartFolder(name))}"`));
  });

  it("leaves nothing in its folder", () => {
    const found = filesBelow(root, `modules/csi/${name}`).map((path) => path.split("/").at(-1));
    expect(found.filter((file) => /tfstate|tfplan|^\./.test(file ?? ""))).toEqual([]);
  });
});
