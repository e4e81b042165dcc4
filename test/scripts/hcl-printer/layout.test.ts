import { describe, expect, it } from "vitest";
import {
  binary,
  call,
  type Expression,
  literal,
  object,
  reference,
  template,
} from "../../../scripts/hcl-printer";
import { hcl, printedExpression } from "./printed";

const [one, two, three] = [1, 2, 3].map(literal);
const x = call("a_rather_long_function_name", reference("var.x"));
const y = call("another_long_function_name", reference("var.y"));

function list(...items: Expression[]): Expression {
  return { kind: "list", items };
}

/** What is printed for an expression, with the indentation that it has in a local. */
function layOut(expression: Expression): string {
  return `${printedExpression(expression).replace(/^ {2}/gm, "")}\n`;
}

describe("an object", () => {
  it("stands over lines, its values in columns that a longer value ends", () => {
    const values = { a: one, bcd: two, e: object({ f: three }), gh: one, i: two, j: object({}) };
    expect(layOut(object(values))).toBe(hcl`
      {
        a   = 1
        bcd = 2
        e = {
          f = 3
        }
        gh = 1
        i  = 2
        j  = {}
      }
    `);
  });

  it("opens and closes on the lines of the brackets round it", () => {
    const merged = call("merge", reference("local.x"), object({ a: list(object({ b: one })) }));
    expect(layOut(list(call("yamlencode", merged)))).toBe(hcl`
      [yamlencode(merge(local.x, {
        a = [{
          b = 1
        }]
      }))]
    `);
  });

  it("stands on a line where it cannot break", () => {
    const called = call("f", object({ a: one, "b c": two }));
    expect(layOut(binary(called, "==", one))).toBe('f({ a = 1, "b c" = 2 }) == 1\n');
    expect(layOut(template("a ", called))).toBe('"a ${f({ a = 1, "b c" = 2 })}"\n');
    expect(layOut(template("a ", object({ b: one })))).toBe('"a ${ { b = 1 } }"\n');
  });
});

describe("a loop", () => {
  const names = ["key", "value"];
  const [key, value] = names.map(reference);
  const condition = binary(value, "!=", literal(null));

  it("stands on a line", () => {
    const input = reference("var.x");
    expect(layOut({ kind: "for", names, input, key, value })).toBe(
      "{ for key, value in var.x : key => value }\n",
    );
    expect(layOut({ kind: "for", names: ["value"], input, value, condition })).toBe(
      "[for value in var.x : value if value != null]\n",
    );
  });

  it("over an object stands round it", () => {
    const input = object({ uid: reference("var.uid"), basePath: reference("var.base_path") });
    const loop: Expression = { kind: "for", names, input, key, value, condition };
    expect(layOut(call("jsonencode", loop))).toBe(hcl`
      jsonencode({
        for key, value in {
          uid      = var.uid
          basePath = var.base_path
        } : key => value if value != null
      })
    `);
  });

  it("breaks its value where it ends after column 100", () => {
    expect(layOut({ kind: "for", names: ["item"], input: x, value: call("f", y, y) })).toBe(hcl`
      [
        for item in a_rather_long_function_name(var.x) : f(
          another_long_function_name(var.y),
          another_long_function_name(var.y)
        )
      ]
    `);
  });

  it("over an object that makes objects has both over lines", () => {
    const [input, made] = [object({ a: one }), object({ name: key })];
    expect(layOut({ kind: "for", names, input, key, value: made })).toBe(hcl`
      {
        for key, value in {
          a = 1
        }
        : key => {
          name = key
        }
      }
    `);
  });

  it("that makes objects has each over lines", () => {
    const made = object({ name: key, zone: value });
    expect(layOut({ kind: "for", names, input: reference("var.x"), key, value: made })).toBe(hcl`
      {
        for key, value in var.x : key => {
          name = key
          zone = value
        }
      }
    `);
  });
});

describe("what takes more than 100 columns", () => {
  it("is what does not end in column 100", () => {
    const item = (length: number) => literal("x".repeat(length - 2));
    expect(layOut(list(item(40), item(50)))).toMatch(/^\[.{92}\]\n$/);
    expect(layOut(list(item(40), item(51)))).toMatch(/^\[\n/);
  });

  it("of a function in another opens both on one line, with a line for each argument", () => {
    expect(layOut(call("can", call("regex", x, y, x)))).toBe(hcl`
      can(regex(
        a_rather_long_function_name(var.x),
        another_long_function_name(var.y),
        a_rather_long_function_name(var.x)
      ))
    `);
  });

  it("of a condition has a line for each part, in brackets if there are none", () => {
    const both = binary(binary(x, "&&", y), "&&", binary(x, "||", y));
    expect(layOut(both)).toBe(hcl`
      (
        a_rather_long_function_name(var.x) &&
        another_long_function_name(var.y) &&
        (a_rather_long_function_name(var.x) || another_long_function_name(var.y))
      )
    `);
    expect(layOut(call("f", both))).toMatch(/^f\(\n {2}a_rather_long_function_name\(var.x\) &&\n/);
  });

  it("of a choice has a line for each case", () => {
    expect(layOut({ kind: "conditional", condition: x, yes: y, no: object({ b: one }) })).toBe(hcl`
      (
        a_rather_long_function_name(var.x)
        ? another_long_function_name(var.y)
        : {
          b = 1
        }
      )
    `);
  });

  it("of anything else stays on a line", () => {
    for (const expression of [literal("x".repeat(120)), binary(x, "==", binary(y, "+", x))]) {
      expect(layOut(expression)).not.toMatch(/\n./);
    }
  });
});
