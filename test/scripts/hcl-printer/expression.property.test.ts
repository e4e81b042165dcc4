import { TerraformOutput } from "cdktf";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expressionToken, oneLine } from "../../../scripts/hcl-printer";
import { layOut } from "../../../scripts/hcl-printer/layout";
import { expression, sum } from "./arbitraries";
import { printed } from "./printed";
import { formatted, outputsOf } from "./terraform";

describe("any expression", { timeout: 60_000 }, () => {
  it("means to terraform what its tree says, over lines as on one", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(sum, { minLength: 40, maxLength: 80 }), async (sums) => {
        const { outputs } = printed((stack) => {
          for (const [index, { tree }] of sums.entries()) {
            new TerraformOutput(stack, `v${index}`, { value: [expressionToken(tree)] });
          }
        });
        const lines = sums.map(
          ({ tree }, at) => `output "l${at}" {\n  value = [${oneLine(tree)}]\n}`,
        );
        const read = await outputsOf({ "main.tf": outputs, "lines.tf": lines.join("\n") });
        for (const [index, { value }] of sums.entries()) {
          // By way of text: JavaScript has a zero below zero.
          const text = JSON.stringify([value]);
          expect(JSON.stringify(read[`v${index}`])).toBe(text);
          expect(JSON.stringify(read[`l${index}`])).toBe(text);
        }
      }),
      { numRuns: 4 },
    );
  });

  it("is laid out as terraform fmt would", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(expression, { minLength: 30, maxLength: 60 }), async (trees) => {
        const blocks = trees.map((tree) => `b {\n  a = ${layOut(tree, 2, 6)}\n}\n`);
        const text = blocks.join("\n");
        expect(await formatted(text)).toBe(text);
      }),
      { numRuns: 5 },
    );
  });
});
