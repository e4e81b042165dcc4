import { cpSync, existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
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

  if (hasChart) {
    it("shows an edit of its chart, and a file added to it, in the plan", async () => {
      const copies = ["before", "after"].map((copy) => {
        const path = join(mkdtempSync(join(tmpdir(), "chart-")), copy);
        cpSync(folder, path, { recursive: true });
        return path;
      });
      writeFileSync(join(copies[1], "chart", "templates", "added.yaml"), "{{/* nothing */}}\n");
      const before = terraform(copies[0], { vars: validInputs[name] });
      await before.apply();
      expect((await before.plan()).isEmpty).toBe(true);
      const { changes } = await before.edited(copies[1]).plan();
      const done = [...changes.values()].filter(({ action }) => action !== "no-op");
      expect(done.map(({ address, action }) => [address, action])).toEqual([
        [expect.stringMatching(/^helm_release\.(storage_class|this)$/), "update"],
      ]);
    });
  }
});
