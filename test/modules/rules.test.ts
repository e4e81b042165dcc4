import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "@cdktf/hcl2json";
import { sample } from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { contractOf } from "../../scripts/generate/contract";
import { modules } from "../../scripts/generate/modules";
import { terraform } from "../terraform/terraform";
import { accepts, candidatesFor } from "./candidates";

/** The conditions that a module's own `variables.tf` puts on each variable. */
async function conditionsOf(module: string): Promise<Record<string, string[]>> {
  const file = join(__dirname, "..", "..", "modules", "csi", module, "variables.tf");
  const hcl = await parse("variables.tf", readFileSync(file, "utf8"));
  return Object.fromEntries(
    Object.entries<{ validation: { condition: string }[] }[]>(hcl.variable).map(
      ([name, [{ validation }]]) => [
        name,
        validation.map(({ condition }) => condition.replace(/^\$\{([\s\S]*)\}$/, "$1")),
      ],
    ),
  );
}

/** An expression for Terraform's verdicts on the candidates of a variable. */
function verdicts(name: string, conditions: readonly string[], list: string): string {
  const all = conditions.map((condition) => condition.replaceAll(`var.${name}`, "candidate"));
  const verdict = all.map((one) => `(${one})`).join(" && ");
  return `[for candidate in ${list} : ${verdict.replaceAll("\n", " ")}]`;
}

describe.each(modules.map((module) => ({ ...module, inputs: contractOf(module).inputs })))(
  "$name",
  ({ name: module, inputs }) => {
    const candidates = Object.fromEntries(
      inputs.map((input) => [
        input.name,
        sample(candidatesFor(input.prop), { numRuns: 400, seed: 7 }),
      ]),
    );
    let judged: Record<string, readonly boolean[]>;

    beforeAll(async () => {
      const conditions = await conditionsOf(module);
      const declared = inputs.map(
        ({ name, type }) => `variable "${name}" {\n  type = list(${type})\n}\n`,
      );
      const answers = await terraform({ "main.tf": declared.join("\n") }).console(
        inputs.map(({ name }) => verdicts(name, conditions[name], `var.${name}`)),
        candidates,
      );
      judged = Object.fromEntries(
        inputs.map(({ name }, index) => [name, answers[index] as boolean[]]),
      );
    });

    it.each(inputs)("$name: Terraform and the construct judge 400 values alike", (input) => {
      const given = candidates[input.name];
      const byConstruct = given.map((value) => accepts(input.prop, value));
      const differ = given.filter((_, index) => judged[input.name][index] !== byConstruct[index]);
      expect(differ).toEqual([]);
      expect(byConstruct.filter((accepted) => accepted).length).toBeGreaterThan(20);
      expect(byConstruct.filter((accepted) => !accepted).length).toBeGreaterThan(20);
    });
  },
);
