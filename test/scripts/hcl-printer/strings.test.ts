import { ref } from "cdktf";
import { describe, expect, it } from "vitest";
import { printedValue } from "./printed";

/** What is printed for a value without tokens. */
function local(value: unknown): string {
  return printedValue(() => value);
}

describe("a string", () => {
  it.each([
    ["plain text", "plain text"],
    ["quotes", 'say "hi"', 'say \\"hi\\"'],
    ["a backslash", "C:\\new", "C:\\\\new"],
    ["newline, return and tab", "a\nb\rc\td", "a\\nb\\rc\\td"],
    ["a control character", "a\0b", "a\\U00000000b"],
    ["an invisible mark that turns the direction of text", "a\u202eb", "a\\U0000202eb"],
    ["letters and emoji of any script", "é 中 😀"],
    ["a $ or % without a brace", "$5, 10%"],
    ["${ doubled, as Terraform's JSON wants it", "$${x}"],
    ["%{ doubled", "%%{x}"],
  ])("may hold %s", (_, value, expected = value) => {
    expect(local(value)).toBe(`"${expected}"`);
  });

  it("stays a string if it looks like a number, a boolean or null", () => {
    expect(local(["700", "true", "null"])).toBe('["700", "true", "null"]');
  });

  it("without a character of UTF-8 is refused, by the element's path", () => {
    expect(() => local("\ud800")).toThrow(
      'module/a: the string "\\ud800" holds half of a surrogate pair',
    );
  });

  it.each([
    ["${path.module}/chart", "${", "write $${ for it, a token such as ref("],
    ["100%{x}", "%{", "write %%{ for it, a token"],
  ])("with HCL in it is refused, and told what to write: %s", (value, mark, mend) => {
    expect(() => local(value)).toThrow(
      `module/a: the string "${value}" holds ${mark}, which may mean itself or more: ${mend}`,
    );
  });
});

describe("a string with a token", () => {
  it("is the bare expression if it is nothing else, a template otherwise", () => {
    expect(printedValue(({ text }) => text)).toBe("var.text");
    expect(printedValue(({ text }) => `a-${text}-b`)).toBe('"a-${var.text}-b"');
    expect(printedValue(() => `${ref("path.module")}/chart`)).toBe('"${path.module}/chart"');
  });

  it("keeps a $ before the expression", () => {
    expect(printedValue(({ text }) => `$${text}`)).toBe('"\\u0024${var.text}"');
    expect(printedValue(({ text }) => `%${text}`)).toBe('"%${var.text}"');
  });
});

describe("other values", () => {
  it.each([
    [0, "0"],
    [-1.5, "-1.5"],
    [1e21, "1e+21"],
    [false, "false"],
    [null, "null"],
    [[], "[]"],
    [{}, "{}"],
    [[1, [2]], "[1, [2]]"],
    [{ a: undefined, b: 1 }, "{\n    b = 1\n  }"],
  ])("%j is %s", (value, expected) => {
    expect(local(value)).toBe(expected);
  });

  it("has keys without quotes where they are identifiers", () => {
    const keys = ["a_1", "a-b", "1", "", "for", "null", "é", 'a"b', "$${x}", "kubernetes.io/x"];
    const value = Object.fromEntries(keys.map((key) => [key, 1]));
    const printedKeys = local(value).match(/\S+(?= +=)/g);
    expect(printedKeys).toEqual([
      ...['"1"', "a_1", '"a-b"', '""', '"for"', '"null"', '"é"', '"a\\"b"', '"$${x}"'],
      '"kubernetes.io/x"',
    ]);
  });

  it.each([
    ["not a number", Number.NaN, "NaN is no number that HCL can hold"],
    ["infinite", -1 / 0, "-Infinity is no number that HCL can hold"],
    ["a function", () => 1, "holds a value of the type function"],
    ["an instance of a class", new Date(0), "holds a Date"],
  ])("that are %s are refused", (_, value, message) => {
    expect(() => local([value])).toThrow(`module/a: ${message}`);
  });
});
