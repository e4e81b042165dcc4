import { cpSync, existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { temporaryFolder } from "../terraform/root";
import { offline, terraform } from "../terraform/terraform";
import { callsOf } from "./calls";
import { contracts } from "./contracts";

const root = join(__dirname, "..", "..");

it.each(["examples/hcl", "generated-hcl", "modules", "test/modules/caller"])(
  "%s is as terraform fmt would have it",
  async (folder) => {
    expect(await terraform(join(root, folder)).fmtCheck()).toBe("");
  },
);

it.each(["v2", "v3"] as const)(
  "each module is valid with helm provider %s, without a warning",
  async (helm) => {
    const calls = contracts.map(({ name }) => callsOf(name, { [name]: {} }));
    expect(await terraform(Object.assign({}, ...calls), { helm }).validate()).toEqual([]);
  },
);

it.runIf(offline)("a file that is added to a chart shows in the plan of its module", async () => {
  const folder = temporaryFolder();
  cpSync(join(root, "modules"), join(folder, "modules"), { recursive: true });
  const chart = (name: string) => join(folder, "modules/csi", name, "chart");
  const names = contracts.filter(({ name }) => existsSync(chart(name))).map(({ name }) => name);
  for (const name of names) {
    // A namespace takes one release of a name.
    for (const [file, text] of Object.entries(callsOf(name, { [name]: { namespace: name } }))) {
      writeFileSync(join(folder, file), text);
    }
  }
  const calls = terraform(folder);
  await calls.apply();
  for (const name of names) {
    writeFileSync(join(chart(name), "templates/added.yaml"), "{{/* nothing */}}\n");
  }
  const { actions } = await calls.plan();
  const updated = Object.entries(actions).map(([address, action]) => [
    address.split(".")[1],
    action,
  ]);
  expect(updated.sort()).toEqual(names.map((name) => [name, "update"]).sort());
});
