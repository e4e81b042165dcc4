import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { oneLine } from "../../../scripts/hcl-printer";
import { layOut } from "../../../scripts/hcl-printer/layout";
import { condition, expression } from "./arbitraries";
import { formatted, outputsOf } from "./terraform";

describe("any expression", { timeout: 60_000 }, () => {
  it("of operators means to terraform what its tree says, over lines as on one", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(condition, { minLength: 40, maxLength: 80 }), async (sums) => {
        const lines = sums.flatMap(({ tree }, at) => [
          `output "line${at}" {\n  value = ${oneLine(tree)}\n}\n`,
          `output "over_lines${at}" {\n  value = ${layOut(tree, 2, 90)}\n}\n`,
        ]);
        const read = await outputsOf({ "main.tf": lines.join("") });
        for (const [index, { value }] of sums.entries()) {
          expect(read[`line${index}`]).toBe(value);
          expect(read[`over_lines${index}`]).toBe(value);
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
