import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "@cdktf/hcl2json";
import { sample } from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { typeExpression } from "../../scripts/generate/variable";
import { oneLine } from "../../scripts/hcl-printer";
import { terraform } from "../terraform/terraform";
import { accepts, candidatesFor, hasCandidates } from "./candidates";
import { contracts } from "./contracts";

const COUNT = 400;

/** The inputs that have rules, with generated values; once where modules share the rules. */
const inputs = [
  ...new Map(
    contracts
      .flatMap(({ name, inputs }) => inputs.map((input) => ({ module: name, input })))
      .filter(({ input }) => hasCandidates(input))
      .map((row) => [JSON.stringify([row.input.name, row.input.rules, row.input.default]), row]),
  ).values(),
].map(({ module, input }, index) => ({
  module,
  input,
  variable: `it_${index}`,
  candidates: sample(candidatesFor(module, input), { numRuns: COUNT, seed: 7 }),
}));

/** An expression for Terraform's verdicts on the candidates, by what the module's validations say. */
async function verdicts({
  module,
  input: { name },
  variable: list,
}: (typeof inputs)[number]): Promise<string> {
  const file = join(__dirname, "..", "..", "modules", "csi", module, "variables.tf");
  const { variable } = await parse("variables.tf", readFileSync(file, "utf8"));
  const conditions: string[] = variable[name][0].validation.map(
    ({ condition }: { condition: string }) =>
      `(${condition.replace(/^\$\{([\s\S]*)\}$/, "$1").replaceAll(`var.${name}`, "candidate")})`,
  );
  return `[for candidate in var.${list} : ${conditions.join(" && ").replaceAll("\n", " ")}]`;
}

describe("Terraform and the constructs", () => {
  let judged: boolean[][];

  beforeAll(async () => {
    const variables = inputs.map(
      ({ variable, input }) =>
        `variable "${variable}" {\n  type = list(${oneLine(typeExpression(input.type))})\n}`,
    );
    const answers = terraform({ "main.tf": variables.join("\n") }).console(
      await Promise.all(inputs.map(verdicts)),
      Object.fromEntries(inputs.map(({ variable, candidates }) => [variable, candidates])),
    );
    judged = (await answers) as boolean[][];
  });

  it.each(inputs.map((input, index) => ({ ...input, index })))(
    `judge ${COUNT} generated values of $module's $input.name alike`,
    ({ input, candidates, index }) => {
      const byConstruct = candidates.map((value) => accepts(input, value));
      expect(candidates.filter((_, at) => judged[index][at] !== byConstruct[at])).toEqual([]);
      expect(byConstruct.filter((accepted) => accepted).length).toBeGreaterThan(20);
      expect(byConstruct.filter((accepted) => !accepted).length).toBeGreaterThan(20);
    },
  );
});
