import { Fn, ref, TerraformOutput, TerraformStack, Testing, Token } from "cdktf";
import { expect, it } from "vitest";
import { argument } from "../../csi/internal/argument";

/** A value as it is written within a call of a function. */
function written(value: (stack: TerraformStack) => unknown): string {
  const stack = new TerraformStack(Testing.app(), "stack");
  new TerraformOutput(stack, "it", { value: Fn.jsonencode(argument(value(stack))) });
  const { output } = JSON.parse(Testing.synth(stack));
  return output.it.value.replace(/^\$\{jsonencode\((.*)\)\}$/s, "$1");
}

const text = (stack: TerraformStack) => Token.asString(ref("var.text", stack));
const number = (stack: TerraformStack) => Token.asNumber(ref("var.number", stack));

it.each<[string, (stack: TerraformStack) => unknown, string]>([
  [
    "lists and maps, without what is undefined",
    () => ({ a: [1.5, undefined, "x"], b: undefined, c: null, d: true }),
    '{"a" = [1.5, "x"], "c" = null, "d" = true}',
  ],
  ["a token", text, "var.text"],
  ["a token in a text", (stack) => `a ${text(stack)} z`, '"a ${var.text} z"'],
  ["a token in a key", (stack) => ({ [text(stack)]: 1 }), '{"${var.text}" = 1}'],
  ["numbers in a text", (stack) => `${number(stack)}, -5, -e+5`, '"${var.number}, -5, -e+5"'],
  ["quotes, backslashes and lines", () => '"\\\r\n', '"\\"\\\\\\r\\n"'],
  ["what is no template of ours", () => "${a} %{b}", '"$${a} %%{b}"'],
  [
    "marks beside tokens, and elsewhere",
    (stack) => `$a%${text(stack)}$${text(stack)}% 100$`,
    '"$a${"%"}${var.text}${"$"}${var.text}% 100$"',
  ],
])("%s mean the same to Terraform", (_, value, expected) => {
  expect(written(value)).toBe(expected);
});
