import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "@cdktf/hcl2json";
import { beforeAll, describe, expect, it } from "vitest";
import { roots } from "../../scripts/generate/modules";
import { validInputs } from "../modules/valid-inputs";
import { type Plan, terraform, type Values } from "../terraform/terraform";

const repository = join(__dirname, "..", "..");

/** The variables that a folder declares, by name. */
async function variablesOf(folder: string): Promise<Record<string, Values>> {
  const text = readFileSync(join(repository, folder, "variables.tf"), "utf8");
  const { variable } = await parse("variables.tf", text);
  return Object.fromEntries(
    Object.entries<Values[]>(variable).map(([name, [declared]]) => [name, declared]),
  );
}

describe.each(roots)("generated-hcl/$name", ({ name, modules }) => {
  const vars = Object.assign({}, ...Object.values(modules).map((module) => validInputs[module]));
  const root = terraform(join(repository, "generated-hcl", name), { vars });
  let plan: Plan;

  beforeAll(async () => {
    plan = await root.plan();
  });

  it("is valid without a warning", async () => {
    expect(await root.validate()).toEqual([]);
  });

  it("plans to create a driver and a storage class for each of its constructs", () => {
    expect(plan.warnings).toEqual([]);
    expect(new Set(Object.values(plan.actions))).toEqual(new Set(["create"]));
    const releases = Object.keys(plan.actions).filter((address) => address.startsWith("helm_"));
    expect(releases.sort()).toEqual(
      Object.keys(modules)
        .flatMap((id) => [`helm_release.${id}_driver`, `helm_release.${id}_storage_class`])
        .sort(),
    );
  });

  it("takes what its modules require, and refuses what they refuse, in the same words", async () => {
    const required: Record<string, Values> = {};
    for (const module of Object.values(modules)) {
      for (const [input, variable] of Object.entries(await variablesOf(`modules/csi/${module}`))) {
        if (!("default" in variable)) required[input] = variable;
      }
    }
    const rulesOf = (variables: Record<string, Values>) =>
      Object.entries(variables)
        .map(([input, { type, nullable, validation }]) => ({ input, type, nullable, validation }))
        .sort((one, other) => one.input.localeCompare(other.input));
    const rules = rulesOf(await variablesOf(`generated-hcl/${name}`));
    expect(rules).toEqual(rulesOf(required));
    for (const { validation } of rules) expect(validation).not.toHaveLength(0);
  });

  it("tells of a class when it exists, and not before", () => {
    const { root_module: configuration } = plan.json.configuration as Values;
    const classes = Object.entries<Values>(configuration.outputs).filter(([output]) =>
      output.endsWith("storage_class_name"),
    );
    expect(classes.map(([, output]) => output.depends_on)).toEqual(
      Object.keys(modules).map((id) => [`helm_release.${id}_storage_class`]),
    );
  });
});
