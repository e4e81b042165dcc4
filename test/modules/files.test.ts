import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { chartDigest, chartFolder } from "../../csi/internal/chart";
import { modules } from "../../scripts/generate/modules";
import { terraform } from "../terraform/terraform";
import { validInputs } from "./valid-inputs";

const root = join(__dirname, "..", "..");

describe.each(modules)("modules/csi/$name", ({ name }) => {
  const folder = join(root, "modules", "csi", name);
  const hasChart = existsSync(join(folder, "chart"));
  const module = terraform(folder, { vars: validInputs[name] });

  it("is as terraform fmt would have it", async () => {
    expect(await module.fmtCheck()).toBe("");
  });

  it.each(["v2", "v3"] as const)(
    "is valid with helm provider %s, without a warning",
    async (helm) => {
      expect(await terraform(folder, { helm }).validate()).toEqual([]);
    },
  );

  it("plans to create, and nothing else", async () => {
    const plan = await module.plan();
    expect(new Set(Object.values(plan.actions))).toEqual(new Set(["create"]));
    expect(plan.warnings).toEqual([]);
  });

  it.runIf(hasChart)("has its chart's digest: an upgrade of the module reaches the cluster", () => {
    const main = readFileSync(join(folder, "main.tf"), "utf8");
    expect(main).toMatch(new RegExp(`chartDigest += "${chartDigest(chartFolder(name))}"`));
  });
});
