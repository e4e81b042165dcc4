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
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { call, expressionToken, reference, template } from "../../../scripts/hcl-printer";
import { nastyKey } from "./arbitraries";
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

/** What Terraform makes of a stack, read from cdk.tf.json and from the printed HCL. */
async function bothOutputs(
  make: (stack: TerraformStack) => void,
): Promise<{ fromJson: Record<string, unknown>; fromHcl: Record<string, unknown> }> {
  const stack = new TerraformStack(new RootConstruct(), "stack");
  make(stack);
  const { main, outputs } = printed(make);
  const [fromJson, fromHcl] = await Promise.all([
    outputsOf({ "cdk.tf.json": JSON.stringify(stack.toTerraform()) }),
    outputsOf({ "main.tf": main, "outputs.tf": outputs }),
  ]);
  return { fromJson, fromHcl };
}

describe("the printed HCL means what cdk.tf.json means", { timeout: 60_000 }, () => {
  it("in expressions of every kind", async () => {
    const { fromJson, fromHcl } = await bothOutputs(build);
    expect(Object.keys(fromHcl).sort()).toEqual(Object.keys(expressions).sort());
    expect(fromHcl).toEqual(fromJson);
  });

  it("in text that cdktf hands to functions unharmed", async () => {
    const unharmed = nastyKey.filter((text) => !/["\\\r]|[$%]\{/.test(text));
    await fc.assert(
      fc.asyncProperty(fc.array(unharmed, { minLength: 30, maxLength: 50 }), async (texts) => {
        const { fromJson, fromHcl } = await bothOutputs((stack) => {
          for (const [index, text] of texts.entries()) {
            const value = Fn.jsonencode({ a: [text, Fn.format("%s", [text])] });
            new TerraformOutput(stack, `o${index}`, { value });
          }
        });
        expect(fromHcl).toEqual(fromJson);
        for (const [index, text] of texts.entries()) {
          expect(JSON.parse(fromHcl[`o${index}`] as string)).toEqual({ a: [text, text] });
        }
      }),
      { numRuns: 3 },
    );
  });
});
