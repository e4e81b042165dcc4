import { TerraformLocal } from "cdktf";
import { describe, expect, it } from "vitest";
import { hcl, printed } from "./printed";

/** What is printed for the expression in a text, as the value of a local. */
function layOut(text: string): string {
  return printed((stack) => new TerraformLocal(stack, "a", `\${${text}}`)).main;
}

const [x, y] = ["a_rather_long_function_name(var.x)", "another_long_function_name(var.y)"];

describe("an object", () => {
  it("stands over lines, its values in columns that a longer value ends", () => {
    expect(layOut("{ a = 1, bcd = 2, e = { f = 3 }, gh = 4, i = 5, j = {} }")).toBe(hcl`
      locals {
        a = {
          a   = 1
          bcd = 2
          e = {
            f = 3
          }
          gh = 4
          i  = 5
          j  = {}
        }
      }
    `);
  });

  it("has columns of letters, not of code points", () => {
    expect(layOut('{ "👩🏽‍💻" = 1, "é中" = 2, "k/${x}" = 3 }')).toBe(hcl`
      locals {
        a = {
          "👩🏽‍💻"      = 1
          "é中"     = 2
          "k/\${x}" = 3
        }
      }
    `);
  });

  it("opens and closes on the lines of the brackets round it", () => {
    expect(layOut("[yamlencode(merge(local.x, { a = [{ b = 1 }] }))]")).toBe(hcl`
      locals {
        a = [yamlencode(merge(local.x, {
          a = [{
            b = 1
          }]
        }))]
      }
    `);
  });

  it("is indented with the others if it is one of several", () => {
    expect(layOut("merge({ a = 1 }, [{ b = 2 }, {}], c)")).toBe(hcl`
      locals {
        a = merge(
          {
            a = 1
          },
          [
            {
              b = 2
            },
            {},
          ],
          c
        )
      }
    `);
  });
});

describe("what takes more than 100 columns", () => {
  it("is what does not end in column 100", () => {
    const item = (length: number) => `"${"x".repeat(length - 2)}"`;
    expect(layOut(`[${item(40)}, ${item(50)}]`)).toMatch(/^ {2}a = \[.{92}\]$/m);
    expect(layOut(`[${item(40)}, ${item(51)}]`)).toMatch(/^ {2}a = \[$/m);
  });

  it("of a list has a line for each item", () => {
    expect(layOut(`[${x}, ${y}, ${x}]`)).toBe(hcl`
      locals {
        a = [
          a_rather_long_function_name(var.x),
          another_long_function_name(var.y),
          a_rather_long_function_name(var.x),
        ]
      }
    `);
    expect(layOut(`[${x}, ${y}]`).split("\n")).toHaveLength(4);
  });

  it("of a function has a line for each argument", () => {
    expect(layOut(`f(${x}, ${y}, ${x})`)).toBe(hcl`
      locals {
        a = f(
          a_rather_long_function_name(var.x),
          another_long_function_name(var.y),
          a_rather_long_function_name(var.x)
        )
      }
    `);
  });

  it("of a function in another opens both on one line", () => {
    expect(layOut(`can(regex(${x}, ${y}, ${x}))`)).toBe(hcl`
      locals {
        a = can(regex(
          a_rather_long_function_name(var.x),
          another_long_function_name(var.y),
          a_rather_long_function_name(var.x)
        ))
      }
    `);
  });

  it("of a condition has a line for each part, in brackets", () => {
    expect(layOut(`${x} && ${y} && !(${x} || ${y})`)).toBe(hcl`
      locals {
        a = (
          a_rather_long_function_name(var.x) &&
          another_long_function_name(var.y) &&
          !(a_rather_long_function_name(var.x) || another_long_function_name(var.y))
        )
      }
    `);
  });

  it("of a condition in a function's brackets needs none of its own", () => {
    expect(layOut(`f(${x} && ${y} && ${x})`)).toBe(hcl`
      locals {
        a = f(
          a_rather_long_function_name(var.x) &&
          another_long_function_name(var.y) &&
          a_rather_long_function_name(var.x)
        )
      }
    `);
  });

  it("of a choice has a line for each case", () => {
    expect(layOut(`${x} ? ${y} : { b = 1 }`)).toBe(hcl`
      locals {
        a = (
          a_rather_long_function_name(var.x)
          ? another_long_function_name(var.y)
          : {
            b = 1
          }
        )
      }
    `);
  });

  it("of anything else stays on a line", () => {
    for (const text of [
      `"${"x".repeat(120)}"`,
      `${x} == ${y} + ${x}`,
      `[for item in var.items : ${x} if ${y} == ${x}]`,
    ]) {
      expect(layOut(text)).toBe(`locals {\n  a = ${text}\n}\n`);
    }
  });
});

describe("an object where it cannot stand over lines", () => {
  it.each([
    "f({ b = 1 }) == 2",
    "!f({ b = 1 })",
    "f({ b = 1 }).c",
    '"text ${f({ b = 1 })}"',
    "[for item in list : { b = item }]",
    "{ (f({ b = 1 })) = 2 }",
    "(c ? { b = 1 } : d) && e",
  ])("is refused: %s", (text) => {
    expect(() => layOut(text)).toThrow(
      "module/a: holds an object with b inside of text, an operator, a key or a loop",
    );
  });
});
