import { Fn, ref, Token } from "cdktf";
import { describe, expect, it } from "vitest";
import { printedValue } from "./printed";

const quoted = 'say "a"';
const escaped = '"say \\"a\\""';

describe("a function", () => {
  it("stands on a line with its arguments", () => {
    expect(printedValue(({ text }) => Fn.join("-", [Fn.trim(text, "."), "x"]))).toBe(
      'join("-", [trim(var.text, "."), "x"])',
    );
  });

  it("takes text with a token in it", () => {
    expect(printedValue(({ text }) => Fn.join("-", [`a-${text}`, text]))).toBe(
      'join("-", ["a-${var.text}", var.text])',
    );
  });

  it("may have objects with interpolated keys, which cdktf loses", () => {
    expect(printedValue(({ text }) => Fn.jsonencode({ [`k/${text}`]: text, [text]: 1 }))).toBe(
      'jsonencode({\n    "k/${var.text}" = var.text\n    (var.text)      = 1\n  })',
    );
  });

  // Each position in which cdktf itself puts quotes round a string.
  it.each([
    ["alltrue", () => Fn.alltrue([quoted]), `alltrue([${escaped}])`],
    ["anytrue", () => Fn.anytrue([quoted]), `anytrue([${escaped}])`],
    ["chunklist", () => Fn.chunklist([quoted], 1), `chunklist([${escaped}], 1)`],
    ["coalesce", () => Fn.coalesce([quoted]), `coalesce(${escaped})`],
    ["coalescelist", () => Fn.coalescelist([[quoted]]), `coalescelist([${escaped}])`],
    ["compact", () => Fn.compact([quoted]), `compact([${escaped}])`],
    ["concat", () => Fn.concat([[quoted]]), `concat([${escaped}])`],
    ["distinct", () => Fn.distinct([quoted]), `distinct([${escaped}])`],
    ["format", () => Fn.format("%s", [quoted]), `format("%s", ${escaped})`],
    ["formatlist", () => Fn.formatlist("%s", [quoted]), `formatlist("%s", ${escaped})`],
    ["join", () => Fn.join(",", [quoted]), `join(",", [${escaped}])`],
    ["lookup", () => Fn.lookup({}, "k", quoted), `lookup({}, "k", ${escaped})`],
    ["merge", () => Fn.merge([{ a: quoted }]), `merge({\n    a = ${escaped}\n  })`],
    ["setproduct", () => Fn.setproduct([[quoted]]), `setproduct([${escaped}])`],
    [
      "setsubtract",
      () => Fn.setsubtract([quoted], [quoted]),
      `setsubtract([${escaped}], [${escaped}])`,
    ],
    ["sort", () => Fn.sort([quoted]), `sort([${escaped}])`],
    ["try", () => Fn.try([quoted, quoted]), `try(${escaped}, ${escaped})`],
    ["zipmap", () => Fn.zipmap([quoted], [1]), `zipmap([${escaped}], [1])`],
  ])("may be given quotes that cdktf does not escape: %s", (_, call, expected) => {
    expect(printedValue(call)).toBe(expected);
  });

  it("may be given a string that is in quotes", () => {
    expect(printedValue(() => Fn.jsonencode(['"a"']))).toBe('jsonencode(["\\"a\\""])');
    expect(printedValue(() => Fn.coalesce(['"a"']))).toBe('coalesce("\\"a\\"")');
  });

  it("may be given newlines, and ${ as text", () => {
    expect(printedValue(() => Fn.jsonencode(["a\nb\r", "${aws:username}", "100%{"]))).toBe(
      'jsonencode(["a\\nb\\r", "$${aws:username}", "100%%{"])',
    );
  });

  it("may be given backslashes that are no escapes", () => {
    expect(printedValue(() => Fn.jsonencode(["a\\.b", "C:\\Users"]))).toBe(
      'jsonencode(["a\\\\.b", "C:\\\\Users"])',
    );
  });

  it.each(["C:\\new", 'say \\"a\\"', "a\\\\.b", "%%{x}", "%{ if true }"])(
    "refuses text that cdktf leaves to Terraform to change: %j",
    (text) => {
      expect(() => printedValue(() => Fn.jsonencode([text]))).toThrow(
        /^module\/a: the string .* is handed to a function, .* Fn\.rawString/,
      );
      const raw = printedValue(() => Fn.jsonencode([Fn.rawString(text)]));
      expect(raw).toBe(`jsonencode([${printedValue(() => text.replace(/[%$](?=\{)/g, "$&$&"))}])`);
    },
  );

  it("refuses a reference as text, which cdktf would take literally", () => {
    expect(() => printedValue(() => Fn.join("/", ["${path.module}", "x"]))).toThrow(
      /^module\/a: .* cdktf takes \$\{path\.module\} for text; give a token such as ref\("path/,
    );
    const module = Token.asString(ref("path.module"));
    expect(printedValue(() => Fn.join("/", [module, "x"]))).toBe('join("/", [path.module, "x"])');
  });
});
