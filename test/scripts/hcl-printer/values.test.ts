import {
  Fn,
  type IResolvable,
  Op,
  propertyAccess,
  ref,
  TerraformLocal,
  type TerraformStack,
  Testing,
  Token,
} from "cdktf";
import { describe, expect, it } from "vitest";
import { binary, call, expressionToken, literal, reference } from "../../../scripts/hcl-printer";
import { printed, printedValue, type Tokens } from "./printed";

// What the modules have, and how it is laid out, the committed modules show.
describe("what no module has is printed, too:", () => {
  const tree = binary(call("length", reference("var.ids")), ">", literal(-1));
  const token = expressionToken(tree);

  it.each<[string, (tokens: Tokens) => unknown]>([
    ['var.map.a.b-c["d e"]', ({ map }) => propertyAccess(map, ["a", "b-c", "d e"])],
    ["one(aws_x.this[*].id)", () => Fn.one(propertyAccess(ref("aws_x.this"), ["*", "id"]))],
    ["var.numbers[0].x", () => Token.asNumberList(ref("var.numbers[0].x"))],
    ['"a-${var.number}"', ({ number }) => `a-${number}`],
    ["-(var.number + 1)", ({ number }) => Op.negate(Op.add(number, 1))],
    ["var.number - (var.number - 0)", ({ number }) => Op.sub(number, Op.sub(number, 0))],
    ['"\\u0024${var.text}"', ({ text }) => `$${text}`],
    ['lookup(var.map, "k", "a\\"b")', ({ map }) => Fn.lookup(map, "k", 'a"b')],
    ['jsonencode(["\\"a\\""])', () => Fn.jsonencode(['"a"'])],
    ['format("%02d%s", var.number, "a")', ({ number }) => Fn.format("%02d%s", [number, "a"])],
    ['"a ${length(var.ids) > -1}"', () => `a ${token}`],
  ])("%s", (expected, value) => {
    expect(printedValue(value)).toBe(expected);
  });

  it("an expression, which stands in cdk.tf.json as well", () => {
    const json = Testing.synthScope((scope) => {
      new TerraformLocal(scope, "x", `a ${token}`);
    });
    expect(JSON.parse(json).locals).toEqual({ x: "a ${length(var.ids) > -1}" });
  });

  it("a token of the caller's own class, if the caller says which expression it is", () => {
    class Own implements IResolvable {
      readonly creationStack = [];
      constructor(readonly held: unknown) {}
      resolve = () => "";
    }
    const build = (stack: TerraformStack) => new TerraformLocal(stack, "a", new Own(["x"]));
    expect(() => printed(build)).toThrow("module/a: holds a token of the class Own, which is not");
    const readToken = (it: IResolvable, read: (part: unknown) => ReturnType<typeof call>) =>
      it instanceof Own ? call("toset", read(it.held)) : undefined;
    expect(printed(build, { readToken }).main).toContain('a = toset(["x"])');
  });
});

describe("a value is refused, by the element's path:", () => {
  const half = "holds a list or map token as a string";

  it.each<[string, string, (tokens: Tokens, stack: TerraformStack) => unknown]>([
    ["of a reference that is none", '"f(x)" is no reference that', () => ref("f(x)")],
    ["a list beside other text", half, ({ list }) => [...list, "b"]],
    ["a list in other text", half, ({ list }) => `a-${list[0]}`],
    ["a map beside others", half, ({ map }) => ({ ...map, b: "c" })],
    [
      "a number of a map",
      "holds the value of a map token",
      () => Object.values(Token.asNumberMap(ref("var.m")))[0],
    ],
    ["a construct", "holds a TerraformLocal: give", (_, it) => new TerraformLocal(it, "x", 1)],
    ["not a number", "NaN is no number that HCL can hold", () => [Number.NaN]],
    ["a function", "holds a value of the type function", () => [() => 1]],
    ["an instance of a class", "holds a Date", () => [new Date(0)]],
    ["no character of UTF-8", 'the string "\\ud800" holds half of a surrogate', () => "\ud800"],
    ["HCL in text", 'the string "${x}" holds ${, which may mean itself', () => "${x}"],
    ["HCL in text", 'the string "%{x}" holds %{, which may mean itself', () => "%{x}"],
    ["HCL in a function's text", 'the string "${x}" holds ${', () => Fn.jsonencode(["${x}"])],
    ["a backslash in it", 'the string "a\\\\b" holds \\', () => Fn.jsonencode(["a\\b"])],
  ])("%s", (_, message, value) => {
    expect(() => printedValue(value)).toThrow(`module/a: ${message}`);
  });
});
