import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { roots } from "../../scripts/generate/modules";
import { validInputs } from "../modules/valid-inputs";
import { terraform } from "../terraform/terraform";

describe.each(roots)("generated-hcl/$name", ({ name, constructs }) => {
  const vars = Object.assign(
    {},
    ...Object.values(constructs).map((used) => validInputs[used.name]),
  );
  const root = terraform(join(__dirname, "..", "..", "generated-hcl", name), { vars });

  it("is as terraform fmt would have it", async () => {
    expect(await root.fmtCheck()).toBe("");
  });

  it("is valid without a warning", async () => {
    expect(await root.validate()).toEqual([]);
  });

  it("plans to create a driver and a storage class for each of its constructs", async () => {
    const plan = await root.plan();
    expect(plan.warnings).toEqual([]);
    expect(new Set(Object.values(plan.actions))).toEqual(new Set(["create"]));
    const releases = Object.keys(plan.actions).filter((address) => address.startsWith("helm_"));
    expect(releases.sort()).toEqual(
      Object.keys(constructs)
        .flatMap((id) => [`helm_release.${id}_driver`, `helm_release.${id}_storage_class`])
        .sort(),
    );
  });
});
