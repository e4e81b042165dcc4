import {
  Fn,
  forExpression,
  Lazy,
  Op,
  propertyAccess,
  ref,
  TerraformCount,
  TerraformIterator,
  TerraformLocal,
  TerraformStack,
  Token,
} from "cdktf";
import { RootConstruct } from "constructs";
import { describe, expect, it } from "vitest";
import { printedValue } from "./printed";

describe("a token", () => {
  it("is a bare reference, of whatever type", () => {
    expect(printedValue(({ text, number, list, bool }) => [text, number, list, bool])).toBe(
      "[var.text, var.number, var.list, var.bool]",
    );
    expect(printedValue(({ map }) => map)).toBe("var.map");
    expect(printedValue(() => TerraformCount.of(3).index)).toBe("count.index");
    expect(printedValue(() => Token.asNumberList(ref("var.numbers")))).toBe("var.numbers");
  });

  it("leads to a part of a value", () => {
    expect(printedValue(({ map }) => propertyAccess(map, ["a", "b-c", "d"]))).toBe(
      'var.map["a"]["b-c"]["d"]',
    );
    expect(printedValue(({ list, number }) => propertyAccess(list, [0, number]))).toBe(
      "var.list[0][var.number]",
    );
    expect(printedValue(({ map, text }) => Fn.lookup(map, `a-${text}`))).toBe(
      'var.map["a-${var.text}"]',
    );
    expect(printedValue(({ map }) => Fn.lookupNested(map, ["a", 'b"c']))).toBe(
      'var.map["a"]["b\\"c"]',
    );
  });

  it("may lead to what another token says", () => {
    expect(printedValue(({ text }) => ref(`a.b["x-${text}"].c`))).toBe('a.b["x-${var.text}"].c');
  });

  it.each<[string, () => unknown, string]>([
    ["lazy", () => Lazy.anyValue({ produce: () => 1 }), "LazyAny"],
    ["a plain value", () => Token.asString(Token.asAny(1)), "Intrinsic"],
    ["a loop", () => forExpression(["a"], ref("val")), "ForExpression"],
    [
      "of an iterator",
      () => Token.asAny(TerraformIterator.fromList(["a"]).dynamic({})),
      "TerraformDynamicExpression",
    ],
  ])("that is %s is refused by its class", (_, value, name) => {
    expect(() => printedValue(value)).toThrow(
      `module/a: holds a token of the class ${name}, which is not printed: give a plain value`,
    );
  });

  it("that leads to a part of each item is refused", () => {
    expect(() => printedValue(({ list }) => propertyAccess(list, ["*", "id"]))).toThrow(
      "module/a: holds a splat, which is not printed: write ${[for item in list : item.id]}",
    );
  });

  it("that refers to another stack is refused", () => {
    const other = new TerraformStack(new RootConstruct(), "other");
    const local = new TerraformLocal(other, "x", 1);
    expect(() => printedValue(() => local.expression)).toThrow(
      /^module\/a: refers to local.x of the stack other/,
    );
  });

  it("that does not exist is refused, by the element's path", () => {
    expect(() => printedValue(() => "${TfToken[TOKEN.999999999]}")).toThrow(/^module\/a: /);
  });

  it("of a list or map is refused where it stands beside or inside other text", () => {
    const message = "module/a: holds a list or map token as a string";
    expect(() => printedValue(({ list }) => [...list, "b"])).toThrow(message);
    expect(() => printedValue(({ list }) => `a-${list[0]}`)).toThrow(message);
    expect(() => printedValue(({ map }) => ({ ...map, b: "c" }))).toThrow(message);
    expect(() => printedValue(({ map }) => Object.values(map)[0])).toThrow(message);
    expect(() => printedValue(() => Object.values(Token.asNumberMap(ref("var.m")))[0])).toThrow(
      "module/a: holds the value of a map token",
    );
  });
});

describe("an operation", () => {
  it("has no brackets but where they are needed", () => {
    expect(
      printedValue(({ number, bool }) => Op.and(Op.gt(Op.add(number, 1), 3), Op.not(bool))),
    ).toBe("var.number + 1 > 3 && !var.bool");
    expect(printedValue(({ number }) => Op.mul(Op.add(number, 1), Op.sub(number, 2)))).toBe(
      "(var.number + 1) * (var.number - 2)",
    );
    expect(printedValue(({ number }) => Op.sub(number, Op.sub(number, 2)))).toBe(
      "var.number - (var.number - 2)",
    );
    expect(printedValue(({ number }) => Op.negate(Op.add(number, 1)))).toBe("-(var.number + 1)");
    expect(printedValue(() => "${((var.a) && (!(var.b)))}")).toBe("var.a && !var.b");
  });

  it("may have zero on its right, which cdktf loses", () => {
    expect(printedValue(({ number }) => Op.gt(number, 0))).toBe("var.number > 0");
    expect(printedValue(({ number }) => Op.sub(number, 0))).toBe("var.number - 0");
  });

  it("may be a choice, in brackets where cdktf leaves them out", () => {
    expect(
      printedValue(({ number, bool }) => {
        return Op.add(Token.asNumber(Fn.conditional(bool, 1, 2)), number);
      }),
    ).toBe("(var.bool ? 1 : 2) + var.number");
  });

  it("may be a choice, also of an empty string, which cdktf loses", () => {
    expect(printedValue(({ text }) => Fn.conditional(Op.eq(text, ""), "none", text))).toBe(
      'var.text == "" ? "none" : var.text',
    );
  });
});

describe("an expression in text", () => {
  it.each([
    "a.b[0].c",
    'a["x"]',
    "f()",
    "a && b || c",
    "[for item in a : f(item) if item != null]",
    "-a + -5",
    "!a",
    "a ? b : c ? d : e",
    "(a ? b : c) ? d : e",
    "(a + b).c",
    "a % 2 == 0",
    "1.5e3",
    '"a ${b} c"',
    '"a ${"b ${c} d"} e"',
    "null",
    "{}",
  ])("is printed as it is: %s", (text) => {
    expect(printedValue(() => `\${${text}}`)).toBe(
      text.replace('"a ${"b ${c} d"} e"', '"a b ${c} d e"'),
    );
  });

  it("may have objects, with names, text and values as keys", () => {
    expect(printedValue(() => '${{ true = 1, null : 2, "b c" = 3, (d) = 4, 5 = 6 }}')).toBe(
      '{\n    "true" = 1\n    "null" = 2\n    "b c"  = 3\n    (d)    = 4\n    (5)    = 6\n  }',
    );
  });

  it("may have line breaks, which go", () => {
    expect(printedValue(() => "${f(\n  a,\n  b,\n)}")).toBe("f(a, b)");
  });

  it("must be whole", () => {
    for (const text of ["a::b()", "a.0", "[for a b : c]", "[for a, b in c : d]", "f( # b\n)"]) {
      expect(() => printedValue(() => `\${${text}}`)).toThrow(/^module\/a: .* is not an HCL exp/);
    }
  });

  it.each([
    ["local.x[*].id", "a splat, which is not printed: write [for item in list : item.id]"],
    ["(local.x[*].id)[0]", "a splat"],
    ["local.x.*.id", "a splat"],
    ["f(local.x...)", "a list spread by ..., which is not printed: give each argument by itself"],
    ["{for k in x: k => k}", "a loop that makes an object, which is not printed: use zipmap"],
  ])("with what nothing needs is refused by name: %s", (text, message) => {
    expect(() => printedValue(() => `\${${text}}`)).toThrow(
      `module/a: "\${${text}}" holds ${message}`,
    );
  });
});

describe("a construct", () => {
  it("is refused", () => {
    expect(() => printedValue((_, stack) => new TerraformLocal(stack, "x", 1))).toThrow(
      "module/a: holds a TerraformLocal: give a plain value, or an attribute",
    );
  });
});
