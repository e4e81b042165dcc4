import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "@cdktf/hcl2json";
import { sample } from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { contractOf } from "../../scripts/generate/contract";
import { modules } from "../../scripts/generate/modules";
import { inputCases } from "../input-cases";
import { terraform } from "../terraform/terraform";
import { accepts, candidatesFor } from "./candidates";

const COUNT = 400;

/** Of each prop that has rules, an input and generated values. Modules share their props' rules. */
const inputs = [
  ...new Map(
    modules
      .flatMap((module) => contractOf(module).inputs.map((input) => ({ module, input })))
      .filter(({ input }) => input.prop in inputCases)
      .map((row) => [row.input.prop, row]),
  ).values(),
].map(({ module, input: { name, prop, type } }) => ({
  module: module.name,
  name,
  prop,
  type,
  candidates: sample(candidatesFor(prop), { numRuns: COUNT, seed: 7 }),
}));

/** An expression for Terraform's verdicts on the candidates, by what the module's validations say. */
async function verdicts({ module, name, prop }: (typeof inputs)[number]): Promise<string> {
  const file = join(__dirname, "..", "..", "modules", "csi", module, "variables.tf");
  const { variable } = await parse("variables.tf", readFileSync(file, "utf8"));
  const conditions: string[] = variable[name][0].validation.map(
    ({ condition }: { condition: string }) =>
      `(${condition.replace(/^\$\{([\s\S]*)\}$/, "$1").replaceAll(`var.${name}`, "candidate")})`,
  );
  return `[for candidate in var.${prop} : ${conditions.join(" && ").replaceAll("\n", " ")}]`;
}

describe("Terraform and the constructs", () => {
  let judged: boolean[][];

  beforeAll(async () => {
    const variables = inputs.map(
      ({ prop, type }) => `variable "${prop}" {\n  type = list(${type})\n}`,
    );
    const answers = terraform({ "main.tf": variables.join("\n") }).console(
      await Promise.all(inputs.map(verdicts)),
      Object.fromEntries(inputs.map(({ prop, candidates }) => [prop, candidates])),
    );
    judged = (await answers) as boolean[][];
  });

  it.each(inputs.map((input, index) => ({ ...input, index })))(
    `judge ${COUNT} generated values of $name alike`,
    ({ prop, candidates, index }) => {
      const byConstruct = candidates.map((value) => accepts(prop, value));
      expect(candidates.filter((_, at) => judged[index][at] !== byConstruct[at])).toEqual([]);
      expect(byConstruct.filter((accepted) => accepted).length).toBeGreaterThan(20);
      expect(byConstruct.filter((accepted) => !accepted).length).toBeGreaterThan(20);
    },
  );
});
