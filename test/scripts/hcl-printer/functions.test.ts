import { Fn } from "cdktf";
import { describe, expect, it } from "vitest";
import { printedValue, type Tokens } from "./printed";

describe("a function", () => {
  it("that encodes may be given a string that is in quotes", () => {
    expect(printedValue(() => Fn.jsonencode(['"a"']))).toBe('jsonencode(["\\"a\\""])');
  });

  it.each([
    ["C:\\new", '"C:\\\\new"'],
    ["a\\.b", '"a\\\\.b"'],
    ["%%{x}", '"%%%{x}"'],
    ["%{ if true }", '"%%{ if true }"'],
    ["${aws:username}", '"$${aws:username}"'],
    ["${path.module}/x", '"$${path.module}/x"'],
  ])("refuses text that may mean itself or more, but raw: %s", (text, printed) => {
    expect(() => printedValue(() => Fn.jsonencode([text]))).toThrow(
      /^module\/a: the string .* holds .*: give Fn\.rawString\(text\) for the text/,
    );
    expect(printedValue(() => Fn.jsonencode([Fn.rawString(text)]))).toBe(
      `jsonencode([${printed}])`,
    );
  });
});

describe("text with a quote, which cdktf puts into quotes without escaping it,", () => {
  const text = 'a"b';

  it.each<[string, (tokens: Tokens) => unknown]>([
    ['coalesce(var.text, "a\\"b")', (tokens) => Fn.coalesce([tokens.text, text])],
    ['concat(var.list, ["a\\"b"])', ({ list }) => Fn.concat([list, [text]])],
    ['join("-", ["a\\"b"])', () => Fn.join("-", [text])],
    ['lookup(var.map, "k", "a\\"b")', ({ map }) => Fn.lookup(map, "k", text)],
    ['try(var.text, "a\\"b")', (tokens) => Fn.try([tokens.text, text])],
  ])("is printed as it is given: %s", (expected, value) => {
    expect(printedValue(value)).toBe(expected);
  });
});
