import { format } from "@cdktf/hcl-tools";
import { TerraformLocal, TerraformOutput, TerraformVariable } from "cdktf";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { oneLine } from "../../../scripts/hcl-printer";
import { layOut } from "../../../scripts/hcl-printer/layout";
import { terraform } from "../../terraform/terraform";
import { asTemplates, condition, jsonValue } from "./arbitraries";
import { printed } from "./printed";

describe("terraform reads", { timeout: 60_000 }, () => {
  it("any value as it was given", async () => {
    const batch = fc.array(jsonValue, { minLength: 20, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(batch, async (values) => {
        const { main, variables, outputs } = printed((stack) => {
          for (const [index, value] of values.entries()) {
            const local = new TerraformLocal(stack, `v${index}`, asTemplates(value));
            new TerraformOutput(stack, `local_${index}`, { value: [local.expression] });
            const variable = new TerraformVariable(stack, `var_${index}`, { default: [value] });
            new TerraformOutput(stack, `default_${index}`, { value: variable.value });
          }
        });
        const text = [main, variables, outputs].join("\n");
        expect(await format(text), "it is as terraform fmt has it").toBe(text);
        const { outputs: read } = await terraform({ "main.tf": text }).apply();
        for (const [index, value] of values.entries()) {
          expect(read[`local_${index}`]).toEqual([value]);
          expect(read[`default_${index}`]).toEqual([value]);
        }
      }),
      { numRuns: 4 },
    );
  });

  it("any operators as their tree says, over lines as on one", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(condition, { minLength: 40, maxLength: 80 }), async (sums) => {
        const lines = sums.flatMap(({ tree }, at) => [
          `output "line${at}" {\n  value = ${oneLine(tree)}\n}\n`,
          `output "over_lines${at}" {\n  value = ${layOut(tree, 2, 90)}\n}\n`,
        ]);
        const text = lines.join("\n");
        expect(await format(text), "they are as terraform fmt has them").toBe(text);
        const { outputs: read } = await terraform({ "main.tf": text }).apply();
        for (const [index, { value }] of sums.entries()) {
          expect(read[`line${index}`]).toBe(value);
          expect(read[`over_lines${index}`]).toBe(value);
        }
      }),
      { numRuns: 4 },
    );
  });
});
