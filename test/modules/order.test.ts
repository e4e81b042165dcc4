import { beforeAll, describe, expect, it } from "vitest";
import { type Happening, offline, terraform } from "../terraform/terraform";
import { callsOf } from "./calls";
import { contracts } from "./contracts";

describe.runIf(offline).each(contracts)("an apply and a destroy of $name", (module) => {
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
  const root = terraform({
    ...callsOf(module.name, { it: {} }),
    "user.tf.json": JSON.stringify({
      resource: { helm_release: { user } },
    }),
  });
  let history: readonly Happening[];

  beforeAll(async () => {
    await root.apply();
    await root.destroy();
    history = root.history;
  });

  /** What was done, in order, to what a mount needs: policies and backups are no part of it. */
  const done = (action: Happening["action"]) =>
    history
      .filter((it) => it.action === action && !/_policy$/.test(it.type))
      .map(({ type, id }) => `${type} ${id}`);

  it("makes whoever uses an output last, and takes it away first", () => {
    expect(done("create").at(-1)).toBe("helm_release default/user");
    expect(done("delete")[0]).toBe("helm_release default/user");
    expect([...done("delete")].sort()).toEqual([...done("create")].sort());
  });

  if (makesClass) {
    it("makes the class when all it needs is there, and takes it away before", () => {
      const isClass = expect.stringMatching(/^helm_release \S+\/[\w-]+-[0-9a-f]{8}$/);
      expect(done("create").at(-2)).toEqual(isClass);
      expect(done("delete")[1]).toEqual(isClass);
    });
  }
});
