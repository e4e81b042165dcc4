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
    expect(layOut(`f(${x}, ${y}, ${x}...)`)).toBe(hcl`
      locals {
        a = f(
          a_rather_long_function_name(var.x),
          another_long_function_name(var.y),
          a_rather_long_function_name(var.x)...
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
    expect(layOut(`${x} && ${y} && ${x} || var.z`)).toBe(hcl`
      locals {
        a = (
          (
            a_rather_long_function_name(var.x) &&
            another_long_function_name(var.y) &&
            a_rather_long_function_name(var.x)
          ) ||
          var.z
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

  it("of a for expression has a line for each clause", () => {
    expect(
      layOut(`alltrue([for item in var.items : ${x} == ${y} if item != null && item != ""])`),
    ).toBe(
      hcl`
      locals {
        a = alltrue([
          for item in var.items : a_rather_long_function_name(var.x) == another_long_function_name(var.y)
          if item != null && item != ""
        ])
      }
    `,
    );
    expect(layOut(`{ for key, value in var.some_items : key => ${x} == ${y} && value }`)).toBe(hcl`
      locals {
        a = {
          for key, value in var.some_items :
          key => a_rather_long_function_name(var.x) == another_long_function_name(var.y) && value
        }
      }
    `);
    expect(layOut("{ for key, value in { b = 1 } : key => { c = value }... }")).toBe(hcl`
      locals {
        a = {
          for key, value in {
            b = 1
          } :
          key => {
            c = value
          }...
        }
      }
    `);
  });

  it("of a comparison breaks inside of one side", () => {
    expect(layOut(`length([for item in var.items : ${x} if ${y}]) == 0`)).toBe(hcl`
      locals {
        a = length([
          for item in var.items : a_rather_long_function_name(var.x)
          if another_long_function_name(var.y)
        ]) == 0
      }
    `);
  });

  it("of a string stays on a line", () => {
    expect(layOut(`"${"x".repeat(120)}"`).split("\n")).toHaveLength(4);
  });
});
