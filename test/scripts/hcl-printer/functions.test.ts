import { Fn, ref, Token } from "cdktf";
import { describe, expect, it } from "vitest";
import { printedValue, type Tokens } from "./printed";

describe("a function", () => {
  it("takes text with a token in it", () => {
    expect(printedValue(({ text }) => Fn.join("-", [Fn.trim(`a-${text}`, "."), text]))).toBe(
      'join("-", [trim("a-${var.text}", "."), var.text])',
    );
  });

  it("may have objects with interpolated keys, which cdktf loses", () => {
    expect(printedValue(({ text }) => Fn.jsonencode({ [`k/${text}`]: text, [text]: 1 }))).toBe(
      'jsonencode({\n    "k/${var.text}" = var.text\n    (var.text)      = 1\n  })',
    );
  });

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
    ['compact(["a\\"b"])', () => Fn.compact([text])],
    ['concat(var.list, ["a\\"b"])', ({ list }) => Fn.concat([list, [text]])],
    ['contains(["a\\"b"], "c")', () => Fn.contains([text], "c")],
    ['distinct(["a\\"b"])', () => Fn.distinct([text])],
    ['join("-", ["a\\"b"])', () => Fn.join("-", [text])],
    ['lookup(var.map, "k", "a\\"b")', ({ map }) => Fn.lookup(map, "k", text)],
    ['one(["a\\"b"])', () => Fn.one([text])],
    ['sort(["a\\"b"])', () => Fn.sort([text])],
    ['tostring("a\\"b")', () => Fn.tostring(text)],
    ['try(var.text, "a\\"b")', (tokens) => Fn.try([tokens.text, text])],
  ])("is printed as it is given: %s", (expected, value) => {
    expect(printedValue(value)).toBe(expected);
  });
});

describe("functions of files, of names and of what may be missing", () => {
  const folder = Token.asString(ref("path.module"));

  it.each<[string, (tokens: Tokens) => unknown]>([
    ['fileset(path.module, "**")', () => Fn.fileset(folder, "**")],
    ['filesha256("${path.module}/x")', () => Fn.filesha256(`${folder}/x`)],
    ['startswith(var.text, "oci://")', (tokens) => Fn.startswith(tokens.text, "oci://")],
    [
      "sort(concat(keys(var.map), values(var.map)))",
      ({ map }) => Fn.sort(Fn.concat([Fn.keys(map), Fn.values(map)])),
    ],
    ["can(yamldecode(var.text))", (tokens) => Fn.can(Fn.yamldecode(tokens.text))],
    ["merge(var.map, var.map)", ({ map }) => Fn.merge([map, map])],
  ])("are printed: %s", (expected, value) => {
    expect(printedValue(value)).toBe(expected);
  });
});
