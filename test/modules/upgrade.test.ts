import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { expectExactly } from "../exact/exact";
import { offline, terraform } from "../terraform/terraform";
import { callsOf } from "./calls";
import { modulesAt } from "./version-before";

/** What an upgrade of a module plans: the action on each resource, and what makes it a replacement. */
async function upgradeOf(module: string, earlier: string): Promise<Record<string, string[]>> {
  const now = callsOf(module, { it: {} });
  const then = Object.entries(now).map(([file, text]) => [
    file,
    text.replace("./modules", `${earlier}/modules`),
  ]);
  const root = terraform(Object.fromEntries(then));
  await root.apply();
  const upgraded = root.edited(now);
  const { changes } = await upgraded.plan();
  await upgraded.apply();
  expect((await upgraded.plan()).isEmpty).toBe(true);
  const planned = [...changes.values()].filter(({ action }) => action !== "no-op");
  return Object.fromEntries(
    planned.map(({ address, action, replacedBy }) => [address, [action, ...replacedBy]]),
  );
}

it.runIf(offline)("an upgrade of each module plans this, and nothing else", async () => {
  const earlier = await modulesAt();
  const upgrades: Record<string, object> = {};
  for (const module of readdirSync(join(earlier, "modules/csi"))) {
    upgrades[module] = await upgradeOf(module, earlier);
  }
  await expectExactly("upgrades", upgrades);
});

it("says how to get a commit that a clone does not have", async () => {
  const none = "0000000000000000000000000000000000000000";
  await expect(modulesAt(none)).rejects.toThrow(`git fetch origin ${none}`);
});
