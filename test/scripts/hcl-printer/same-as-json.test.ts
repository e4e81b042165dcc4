import {
  Fn,
  FOR_EXPRESSION_KEY,
  FOR_EXPRESSION_VALUE,
  forExpression,
  Op,
  propertyAccess,
  TerraformLocal,
  TerraformOutput,
  TerraformStack,
  Token,
} from "cdktf";
import { RootConstruct } from "constructs";
import { expect, it } from "vitest";
import { call, expressionToken, reference, template } from "../../../scripts/hcl-printer";
import { printed } from "./printed";
import { outputsOf } from "./terraform";

/** Locals that the expressions refer to. */
interface Inputs {
  readonly text: string;
  readonly number: number;
  readonly list: string[];
  readonly map: Record<string, string>;
}

const expressions: Record<string, (inputs: Inputs) => unknown> = {
  arithmetic: ({ number }) => Op.sub(Op.mul(Op.add(number, 2), 3), Op.sub(Op.div(number, 2), 5)),
  modulo: ({ number }) => Op.mul(Op.mod(number, 4), Op.mod(Op.add(number, 1), 4)),
  negation: ({ number }) => Op.sub(Op.negate(number), Op.negate(Op.add(number, -2))),
  logic: ({ number, text }) =>
    Op.or(Op.and(Op.gt(number, 3), Op.not(Op.eq(text, "x"))), Op.lte(number, -1)),
  comparison: ({ number }) => Op.eq(Op.gt(number, 3), Op.neq(number, 3)),
  choice: ({ text, number }) =>
    Fn.conditional(Op.gt(number, 100), "large", Fn.conditional(Op.eq(text, "x"), "x", text)),
  template: ({ text, number }) => `a-${text} ${number}$`,
  nestedTemplate: ({ text }) => `<${Fn.upper(`[${text}]`)}>`,
  property: ({ map }) => propertyAccess(map, ["a"]),
  propertyOfText: ({ map, text }) => Fn.lookup(map, `${text}`, "none"),
  index: ({ list, number }) => propertyAccess(list, [Op.sub(number, 6) as unknown as string]),
  join: ({ list, text }) => Fn.join("-", [Fn.join("+", list), text, `${text}!`]),
  merge: ({ map, text }) => Fn.merge([map, { b: text, c: "d" }]),
  concat: ({ list, text }) => Fn.concat([list, [text, "literal"]]),
  coalesce: ({ text }) => Fn.coalesce(["", text, "z"]),
  format: ({ text, number }) => Fn.format("%s-%03d-%%", [text, number]),
  json: ({ text, list }) => Fn.jsonencode({ a: [text, { b: list }], "c d": null, e: true, f: -1 }),
  yaml: ({ map }) => Fn.yamlencode({ map, text: "700", number: 700 }),
  newlines: () => Fn.jsonencode(["a\nb", "$5"]),
  rawStrings: () => Fn.jsonencode([Fn.rawString("${aws:username}")]),
  setAndSort: ({ list }) => Fn.sort(Fn.distinct(Fn.concat([list, ["b"]]))),
  loop: ({ list }) => forExpression(list, Fn.upper(Token.asString(FOR_EXPRESSION_VALUE))),
  loopWithKeys: ({ map }) => forExpression(map, [FOR_EXPRESSION_VALUE], FOR_EXPRESSION_KEY),
  one: ({ list }) => Fn.one(Fn.slice(propertyAccess(list, ["*"]) as unknown as string[], 0, 1)),
  expression: () => expressionToken(call("upper", template("<", reference("local.text"), "${x}"))),
  keys: ({ map }) => Fn.zipmap(Fn.keys(map), Fn.values(map)),
};

function build(stack: TerraformStack): void {
  const local = (id: string, value: unknown) => new TerraformLocal(stack, id, value);
  const inputs: Inputs = {
    text: local("text", "some text").asString,
    number: local("number", 7).asNumber,
    list: local("list", ["b", "a"]).asList,
    map: local("map", { a: "1", b: "2" }).asStringMap,
  };
  for (const [id, value] of Object.entries(expressions)) {
    new TerraformOutput(stack, id, { value: value(inputs) });
  }
}

it("the printed HCL means what cdk.tf.json means, in expressions of every kind", {
  timeout: 60_000,
}, async () => {
  const stack = new TerraformStack(new RootConstruct(), "stack");
  build(stack);
  const { main, outputs } = printed(build);
  const [fromJson, fromHcl] = await Promise.all([
    outputsOf({ "cdk.tf.json": JSON.stringify(stack.toTerraform()) }),
    outputsOf({ "main.tf": main, "outputs.tf": outputs }),
  ]);
  expect(Object.keys(fromHcl).sort()).toEqual(Object.keys(expressions).sort());
  expect(fromHcl).toEqual(fromJson);
});
