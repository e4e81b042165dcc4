import { Fn, ref, TerraformStack, Token } from "cdktf";
import { RootConstruct } from "constructs";
import { describe, expect, it } from "vitest";
import { walk } from "../../../scripts/hcl/expression";
import { ValueReader } from "../../../scripts/hcl/tokens";
import { printedValue } from "./printed";

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

  it("may be given a string that is in quotes", () => {
    expect(printedValue(() => Fn.jsonencode(['"a"']))).toBe('jsonencode(["\\"a\\""])');
    expect(printedValue(() => Fn.coalesce(['"a"']))).toBe('coalesce("\\"a\\"")');
  });

  it("may be given newlines", () => {
    expect(printedValue(() => Fn.jsonencode(["a\nb\r"]))).toBe('jsonencode(["a\\nb\\r"])');
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
      /^module\/a: the string .* is handed to a function, .* Fn\.rawString\(text\) for the text/,
    );
    expect(printedValue(() => Fn.jsonencode([Fn.rawString(text)]))).toBe(
      `jsonencode([${printed}])`,
    );
  });

  it("takes a reference as a token", () => {
    const module = Token.asString(ref("path.module"));
    expect(printedValue(() => Fn.join("/", [module, "x"]))).toBe('join("/", [path.module, "x"])');
  });
});

describe("text with a quote, which cdktf puts into quotes without escaping it,", () => {
  const text = 'a"b';
  const shapes = [text, [text], [[text]], { key: text }, 1, "plain"];
  const values = new ValueReader(new TerraformStack(new RootConstruct(), "stack"));

  /** The strings in what is printed for a call. */
  function stringsIn(token: unknown): string[] {
    const strings: string[] = [];
    walk(values.value([token]), (part) => {
      if (part.kind === "literal" && typeof part.value === "string") strings.push(part.value);
    });
    return strings;
  }

  it("is printed as it is given, by every function and in every place that takes it", () => {
    const takers = new Set<string>();
    for (const [name, args, token] of calls(shapes)) {
      const called = `${name}(${args.map((arg) => JSON.stringify(arg)).join(", ")})`;
      const given = called.split(JSON.stringify(text).slice(1, -1)).length - 1;
      const printed = stringsIn(token);
      // In the place of a list of arguments, cdktf takes a string apart into its letters.
      if (given === 0 || printed.some((string) => string.length === 1)) continue;
      takers.add(name);
      expect(printed.filter((string) => string === text).length, called).toBe(given);
      expect([text, "key", "plain"], called).toEqual(expect.arrayContaining(printed));
    }
    expect(takers.size).toBeGreaterThan(30);
  });
});

/** Calls of every function of cdktf with all arguments of these shapes that it does not refuse. */
function* calls(shapes: unknown[]): Generator<[name: string, args: unknown[], token: unknown]> {
  const functions = [Fn, Object.getPrototypeOf(Fn)].flatMap((holder) =>
    Object.entries(Object.getOwnPropertyDescriptors(holder))
      .filter(([, { value }]) => typeof value === "function")
      // Those that are no functions of Terraform check nothing; they have tests of their own.
      .filter(([name]) => !["lookupNested", "rawString"].includes(name)),
  );
  for (const [name, { value: call }] of functions) {
    for (const args of tuples(shapes, call.length)) {
      let token: unknown;
      try {
        token = call(...args);
      } catch {
        continue;
      }
      yield [name, args, token];
    }
  }
}

/** All lists of so many of these items. */
function tuples(items: unknown[], length: number): unknown[][] {
  if (length === 0) return [[]];
  return tuples(items, length - 1).flatMap((tuple) => items.map((item) => [...tuple, item]));
}
