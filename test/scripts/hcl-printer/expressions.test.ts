import {
  Fn,
  FOR_EXPRESSION_KEY,
  FOR_EXPRESSION_VALUE,
  forExpression,
  type IResolvable,
  Op,
  propertyAccess,
  ref,
  TerraformCount,
  TerraformIterator,
  TerraformLocal,
  TerraformStack,
  Testing,
  Token,
} from "cdktf";
import { RootConstruct } from "constructs";
import { describe, expect, it } from "vitest";
import { binary, call, expressionToken, literal, reference } from "../../../scripts/hcl-printer";
import { printed, printedValue } from "./printed";

describe("a token", () => {
  it("is a bare reference, of whatever type", () => {
    expect(printedValue(({ text, number, list, bool }) => [text, number, list, bool])).toBe(
      "[var.text, var.number, var.list, var.bool]",
    );
    expect(printedValue(({ map }) => map)).toBe("var.map");
    expect(printedValue(() => TerraformCount.of(3).index)).toBe("count.index");
    expect(printedValue(() => Token.asNumberList(ref("var.numbers[0].x")))).toBe(
      "var.numbers[0].x",
    );
  });

  it("leads to a part of a value, by a name where it is one", () => {
    expect(printedValue(({ map }) => propertyAccess(map, ["a", "b-c", "d e"]))).toBe(
      'var.map.a.b-c["d e"]',
    );
    expect(printedValue(({ list, number }) => propertyAccess(list, [0, number]))).toBe(
      "var.list[0][var.number]",
    );
    expect(printedValue(({ map, text }) => Fn.lookup(map, `a-${text}`))).toBe(
      'var.map["a-${var.text}"]',
    );
    expect(printedValue(() => Fn.one(propertyAccess(ref("aws_x.this"), ["*", "id"])))).toBe(
      "one(aws_x.this[*].id)",
    );
  });

  it("that stands for a plain value is the value", () => {
    expect(printedValue(() => Token.asString(Token.asAny({ a: [1] })))).toBe("{\n    a = [1]\n  }");
  });

  it.each(["a.b[*].c", 'a.b["x"].c', "f(x)", "a.0", "a + b", "a."])(
    "that refers to more than names and positions is refused: %s",
    (path) => {
      expect(() => printedValue(() => ref(path))).toThrow(
        `module/a: ${JSON.stringify(path)} is no reference that can be printed: give names joined`,
      );
    },
  );

  it("of another class is refused, unless the caller says which expression it is", () => {
    class Own implements IResolvable {
      readonly creationStack = [];
      constructor(readonly held: unknown) {}
      resolve = () => "";
    }
    const build = (stack: TerraformStack) => new TerraformLocal(stack, "a", new Own(["x"]));
    expect(() => printed(build)).toThrow(
      "module/a: holds a token of the class Own, which is not printed: give a plain value",
    );
    const { main } = printed(build, {
      readToken: (token, read) =>
        token instanceof Own ? call("toset", read(token.held)) : undefined,
    });
    expect(main).toBe('locals {\n  a = toset(["x"])\n}\n');
  });

  it("that refers to another stack is refused", () => {
    const other = new TerraformStack(new RootConstruct(), "other");
    const local = new TerraformLocal(other, "x", 1);
    expect(() => printedValue(() => local.expression)).toThrow(
      /^module\/a: refers to local.x of the stack other/,
    );
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
  });

  it("may have zero on its right, which cdktf loses", () => {
    expect(printedValue(({ number }) => Op.sub(number, 0))).toBe("var.number - 0");
  });

  it("may be a choice, also of an empty string, which cdktf loses", () => {
    expect(printedValue(({ text }) => Fn.conditional(Op.eq(text, ""), "none", text))).toBe(
      'var.text == "" ? "none" : var.text',
    );
    expect(
      printedValue(({ number, bool }) => {
        return Op.add(Token.asNumber(Fn.conditional(bool, 1, 2)), number);
      }),
    ).toBe("(var.bool ? 1 : 2) + var.number");
  });
});

describe("a loop", () => {
  const [key, value] = [FOR_EXPRESSION_KEY, FOR_EXPRESSION_VALUE];

  it("calls its values items where their keys do not matter", () => {
    expect(printedValue(({ list }) => forExpression(list, Fn.upper(Token.asString(value))))).toBe(
      "[for item in var.list : upper(item)]",
    );
    expect(
      printedValue(({ list }) => forExpression(list, value, propertyAccess(value, ["name"]))),
    ).toBe("{ for item in var.list : item.name => item }");
  });

  it("names the keys that it uses", () => {
    expect(printedValue(({ map }) => forExpression(map, value, key))).toBe(
      "{ for key, value in var.map : key => value }",
    );
    expect(printedValue(({ list }) => forExpression(list, [key, 1]))).toBe(
      "[for key, value in var.list : [key, 1]]",
    );
  });

  it("may be an iterator's", () => {
    const resources = TerraformIterator.fromMap(Token.asAnyMap(ref("aws_x.this")));
    expect(printedValue(() => resources.pluckProperty("id"))).toBe(
      "[for item in aws_x.this : item.id]",
    );
  });
});

describe("an expression", () => {
  const tree = binary(call("length", reference("var.ids")), ">", literal(-1));

  it("is printed as it is, also inside of text and of functions", () => {
    const token = expressionToken(tree);
    expect(printedValue(() => [token, `a ${token}`, Fn.jsonencode(token)])).toBe(
      '[length(var.ids) > -1, "a ${length(var.ids) > -1}", jsonencode(length(var.ids) > -1)]',
    );
  });

  it("stands in cdk.tf.json, too", () => {
    const json = Testing.synthScope((scope) => {
      new TerraformLocal(scope, "x", `a ${expressionToken(tree)}`);
    });
    expect(JSON.parse(json).locals).toEqual({ x: "a ${length(var.ids) > -1}" });
  });
});

describe("a construct", () => {
  it("is refused", () => {
    expect(() => printedValue((_, stack) => new TerraformLocal(stack, "x", 1))).toThrow(
      "module/a: holds a TerraformLocal: give a plain value, or an attribute",
    );
  });
});
