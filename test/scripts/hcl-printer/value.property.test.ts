import { Fn, TerraformLocal, TerraformOutput, TerraformVariable } from "cdktf";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asTemplates, jsonValue, nastyText } from "./arbitraries";
import { printed } from "./printed";
import { formatted, outputsOf } from "./terraform";

describe("any value", { timeout: 60_000 }, () => {
  it("reads back the same by terraform, and is laid out as by terraform fmt", async () => {
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
        expect(await formatted(main + variables)).toBe(main + variables);
        const read = await outputsOf({ "main.tf": main + variables + outputs });
        for (const [index, value] of values.entries()) {
          expect(read[`local_${index}`]).toEqual([value]);
          expect(read[`default_${index}`]).toEqual([value]);
        }
      }),
      { numRuns: 4 },
    );
  });

  it("handed to a function as a raw string reads back the same by terraform", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(nastyText, { minLength: 20, maxLength: 60 }), async (texts) => {
        const { outputs } = printed((stack) => {
          for (const [index, text] of texts.entries()) {
            const value = Fn.jsonencode([Fn.rawString(text)]);
            new TerraformOutput(stack, `v${index}`, { value });
          }
        });
        const read = await outputsOf({ "main.tf": outputs });
        for (const [index, text] of texts.entries()) {
          expect(JSON.parse(read[`v${index}`] as string)).toEqual([text]);
        }
      }),
      { numRuns: 3 },
    );
  });
});
