import { beforeAll, describe, expect, it } from "vitest";
import { type Happening, offline, type Plan, terraform } from "../terraform/terraform";
import { callsOf } from "./calls";
import { allInputsOf, changesOf } from "./changes";
import { contracts } from "./contracts";

describe.runIf(offline).each(contracts)("an apply, a change and a destroy of $name", (module) => {
  const outputs = module.outputs.map(({ name }) => name);
  const makesClass = outputs.includes("storage_class_name");
  /** Whoever uses the module, such as an application that claims its class. */
  const user = {
    name: "user",
    repository: "https://charts.example.com",
    chart: "user",
    version: "1.0.0",
    values: outputs.map((name) => `\${jsonencode(module.it.${name})}`),
  };
  const root = (inputs: object) => ({
    ...callsOf(module.name, { it: inputs }),
    "user.tf.json": JSON.stringify({
      resource: { helm_release: { user } },
    }),
  });
  const fewest = terraform(root({}));
  const all = fewest.edited(root(allInputsOf(changesOf(module.name))));
  let afterwards: Plan;
  let created: readonly string[];
  let deleted: readonly string[];

  /** What was done so far to what a mount needs, in order: policies and backups are no part of it. */
  const done = (action: Happening["action"]) =>
    fewest.history
      .filter((it) => it.action === action && !/_policy$/.test(it.type))
      .map(({ type, id }) => `${type} ${id}`);

  beforeAll(async () => {
    await fewest.apply();
    created = done("create");
    await all.apply();
    afterwards = await all.plan();
    const replaced = done("delete").length;
    await all.destroy();
    deleted = done("delete").slice(replaced);
  });

  it("plans nothing after all inputs are changed", () => {
    expect(afterwards.isEmpty).toBe(true);
  });

  it("makes whoever uses an output last, and takes it away first", () => {
    expect(created.at(-1)).toBe("helm_release default/user");
    expect(deleted[0]).toBe("helm_release default/user");
  });

  it("leaves nothing behind", () => {
    expect(done("delete").sort()).toEqual(done("create").sort());
  });

  if (makesClass) {
    it("makes the class when all it needs is there, and takes it away before", () => {
      const isClass = expect.stringMatching(/^helm_release \S+\/[\w-]+-[0-9a-f]{8}$/);
      expect(created.at(-2)).toEqual(isClass);
      expect(deleted[1]).toEqual(isClass);
    });
  }
});
