import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layOut } from "../../../scripts/hcl/layout";
import { parseExpression } from "../../../scripts/hcl/parse";
import { expression } from "./arbitraries";
import { formatted } from "./terraform";

describe("any expression", { timeout: 60_000 }, () => {
  it("reads back as the same tree", () => {
    fc.assert(
      fc.property(expression, fc.nat(90), (tree, column) => {
        expect(parseExpression(layOut(tree, 2, column))).toEqual(tree);
      }),
      { numRuns: 1000 },
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
