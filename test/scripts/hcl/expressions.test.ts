import { DataAwsEc2InstanceTypes } from "@cdktf/provider-aws/lib/data-aws-ec2-instance-types";
import {
  Fn,
  forExpression,
  type IResolvable,
  Lazy,
  Op,
  propertyAccess,
  ref,
  StringMap,
  TerraformCount,
  TerraformLocal,
  TerraformOutput,
  TerraformStack,
  Token,
} from "cdktf";
import { Construct, RootConstruct } from "constructs";
import { describe, expect, it } from "vitest";
import { printed, printedValue } from "./printed";

describe("a token", () => {
  it("is a bare reference, of whatever type", () => {
    expect(printedValue(({ text, number, list, bool }) => [text, number, list, bool])).toBe(
      "[var.text, var.number, var.list, var.bool]",
    );
    expect(printedValue(({ map }) => map)).toBe("var.map");
    expect(printedValue(() => TerraformCount.of(3).index)).toBe("count.index");
    expect(printedValue(() => Token.asNumberList(ref("var.numbers")))).toBe("var.numbers");
  });

  it("may be lazy, and may stand for any value", () => {
    expect(printedValue(({ text }) => Lazy.stringValue({ produce: () => `a-${text}` }))).toBe(
      '"a-${var.text}"',
    );
    expect(printedValue(() => Lazy.anyValue({ produce: () => [1, "x"] }))).toBe('[1, "x"]');
    expect(printedValue(({ number }) => Token.asString(Token.asAny(number)))).toBe("var.number");
  });

  it("leads to a part of a value", () => {
    expect(printedValue(({ map }) => propertyAccess(map, ["a", "b-c", "d"]))).toBe(
      'var.map.a["b-c"].d',
    );
    expect(printedValue(({ list, number }) => propertyAccess(list, [0, number, "*", "id"]))).toBe(
      "var.list[0][var.number][*].id",
    );
    expect(printedValue(({ map, text }) => Fn.lookup(map, `a-${text}`))).toBe(
      'var.map["a-${var.text}"]',
    );
  });

  it("may be the key of an attribute, which cdktf loses", () => {
    expect(
      printedValue(({ text }, stack) => {
        const hosts = new DataAwsEc2InstanceTypes(stack, "types", {});
        return new StringMap(hosts, "tags").lookup(`a-${text}`);
      }),
    ).toContain('data.aws_ec2_instance_types.this.tags["a-${var.text}"]');
  });

  it("may lead on from a construct", () => {
    expect(
      printedValue((_, stack) => propertyAccess(new TerraformLocal(stack, "b", {}), ["c"])),
    ).toContain("a = local.b.c");
  });

  it("that has no value, or changes it behind, is refused", () => {
    expect(() => printedValue(() => [Lazy.anyValue({ produce: () => undefined })])).toThrow(
      "module/a: holds a value of the type undefined",
    );
    const changing: IResolvable = {
      creationStack: [],
      resolve: (context) => context.registerPostProcessor({ postProcess: (input) => input }),
    };
    expect(() => printedValue(() => changing)).toThrow("module/a: holds a token that post-pro");
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

  it("has brackets round && in ||, for the reader", () => {
    expect(printedValue(() => "${var.a && var.b || var.c}")).toBe("(var.a && var.b) || var.c");
    expect(printedValue(() => "${var.a && (var.b || var.c)}")).toBe("var.a && (var.b || var.c)");
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

describe("a for expression", () => {
  it("names the key where it is used", () => {
    expect(
      printedValue(({ list }) => forExpression(list, Fn.upper(Token.asString(ref("val"))))),
    ).toBe("[for val in var.list : upper(val)]");
    expect(printedValue(({ map }) => forExpression(map, ref("val"), ref("key")))).toBe(
      "{ for key, val in var.map : key => val }",
    );
  });

  it("is read from text as well", () => {
    const text = "${{for k,v in var.m: upper(k)=>v... if v!=null}}";
    expect(printedValue(() => text)).toBe("{ for k, v in var.m : upper(k) => v... if v != null }");
  });
});

describe("an expression in text", () => {
  it.each([
    "a.b[0].c[*].d",
    "a[*].b",
    "a.*.b",
    'a["x"]',
    "f()",
    "f(a...)",
    "provider::aws::arn_parse(var.arn)",
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
  ])("is printed as it is: %s", (text) => {
    expect(printedValue(() => `\${${text}}`)).toBe(
      text.replace('"a ${"b ${c} d"} e"', '"a b ${c} d e"'),
    );
  });

  it("may have Terraform's old way to take an item, which goes", () => {
    expect(printedValue(() => "${a.0.b}")).toBe("a[0].b");
  });

  it("must be whole", () => {
    for (const text of ["a::", "a::b", "a::b + 1", "[for a b : c]", "{for a in b : c}"]) {
      expect(() => printedValue(() => `\${${text}}`)).toThrow(/^module\/a: .* is not an HCL exp/);
    }
  });

  it("may have comments and line breaks, which go", () => {
    expect(printedValue(() => "${f( # first\n  a, // second\n  /* third */ b,\n)}")).toBe(
      "f(a, b)",
    );
  });
});

describe("a construct", () => {
  it("with an address is a reference to it", () => {
    const { outputs } = printed((stack) => {
      const local = new TerraformLocal(stack, "x", 1);
      new TerraformOutput(stack, "o", { value: { a: local, b: [local] } });
    });
    expect(outputs).toContain("a = local.x");
    expect(outputs).toContain("b = [local.x]");
  });

  it("without one is refused", () => {
    expect(() => printedValue((_, stack) => new Construct(stack, "part"))).toThrow(
      "module/a: holds the construct module/part: give one of its attributes",
    );
  });
});
