import fc from "fast-check";
import {
  binary,
  call,
  type Expression,
  literal,
  reference,
  template,
} from "../../../scripts/hcl-printer";

const nasty = fc.constantFrom(
  ..."\"\\$%{}[]()#'`=, \n\r\t\0\u0085\u2028\u202e\ufeff\u200d",
  ..."aZ09_-é中😀",
  ...[
    "e\u0301",
    "👩🏽‍💻",
    "\u{e0001}",
    "${",
    "%{",
    "$${",
    "%%{",
    "~}",
    "/*",
    "//",
    "<<EOT\n",
    "\\n",
  ],
  ...["${var.x}", "%{ if true }", "%{ endif }", "null", "for", "var.x", "\\u0041", '"}'],
);

/** Text full of what has a meaning in HCL, in the normal form that Terraform brings strings to. */
function textOf(unit: "binary" | "grapheme-ascii"): fc.Arbitrary<string> {
  return fc
    .oneof(
      fc.array(nasty, { maxLength: 8 }).map((parts) => parts.join("")),
      fc.string({ unit, maxLength: 12 }),
    )
    .map((text) => text.normalize("NFC"));
}

/** Text of any character. */
export const nastyText = textOf("binary");

/**
 * Keys of objects, and other text whose width decides the layout. Without what
 * the bindings lose, and of a few characters that are not combining marks: Node
 * and Terraform know different versions of Unicode, and so disagree on the rest.
 */
export const nastyKey = textOf("grapheme-ascii").filter(
  (text) => text !== "__proto__" && !/\p{M}/u.test(text),
);

/** What can be written in JSON. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const number = fc.oneof(
  fc.integer(),
  fc.maxSafeInteger(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0.1, -0.5, 1e21, -1e-7, 2 ** 53, 1e300),
);

/** Any value that a construct can hold, without tokens. */
export const jsonValue: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom(null, true, false, "", "700", "1e3", [], {}),
    number.map((value) => value + 0),
    nastyText,
    fc.array(tie("value"), { maxLength: 4 }),
    fc
      .array(fc.tuple(nastyKey, tie("value")), { maxLength: 4 })
      .map((entries) => Object.fromEntries(entries)),
  ),
})).value;

/** The value as it is given to cdktf, where a string is a template: `${` and `%{` are doubled. */
export function asTemplates(value: Json): Json {
  if (typeof value === "string") return value.replace(/[$%](?=\{)/g, "$&$&");
  if (Array.isArray(value)) return value.map(asTemplates);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [asTemplates(key) as string, asTemplates(item)]),
  );
}

const name = fc.constantFrom("a", "var", "aws_subnet", "each", "x-y", "_1");
const operator = fc.constantFrom(...["||", "&&", "==", "!=", "<", ">=", "+", "-", "*", "%"]);

/** Any HCL expression that can be printed, whether or not it makes sense. */
export const expression: fc.Arbitrary<Expression> = fc.letrec<{ any: Expression }>((tie) => {
  const any = tie("any");
  const several = fc.array(any, { maxLength: 4 });
  const key = fc.oneof(
    nastyKey.map(literal),
    name.map(reference),
    fc.tuple(nastyKey, name).map(([text, it]) => template(text, reference(it))),
  );
  const names = fc.constantFrom("item", "key, value").map((it) => it.split(", "));
  const called = several.map((args) => call("f", ...args));
  const operation = fc.tuple(any, operator, any).map((parts) => binary(...parts));
  // What a part is taken of; of a literal nobody takes any.
  const of = fc.oneof(name.map(reference), called, operation);
  const loop = { names, input: any, value: any };
  return {
    any: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      fc.oneof(nastyKey, fc.nat(), fc.constantFrom(true, false, null)).map(literal),
      name.map(reference),
      // `terraform fmt` makes `a[true]` and `a[null]` to `a[]`.
      fc
        .record({ kind: fc.constant("index" as const), of, key: any })
        .filter(({ key }) => key.kind !== "literal" || typeof key.value === "string"),
      fc.record({ kind: fc.constant("attribute" as const), of, name }),
      fc.record({ kind: fc.constant("splat" as const), of }),
      several.map((items): Expression => ({ kind: "list", items })),
      called,
      operation,
      fc
        .array(fc.record({ key, value: any }), { maxLength: 4 })
        .map((entries): Expression => ({ kind: "object", entries })),
      fc.record(
        { kind: fc.constant("for" as const), ...loop, key, condition: any },
        { requiredKeys: ["kind", "names", "input", "value"] },
      ),
      fc.record({
        kind: fc.constant("unary" as const),
        operator: fc.constantFrom("!", "-"),
        operand: any,
      }),
      fc.record({ kind: fc.constant("conditional" as const), condition: any, yes: any, no: any }),
      fc
        .array(fc.oneof(nastyKey, any), { minLength: 1, maxLength: 4 })
        .map((it) => template(...it)),
    ),
  };
}).any;

/** An expression, and what it comes to. */
export type Sum<T> = { tree: Expression; value: T };

const arithmetic: Record<string, (a: number, b: number) => number> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
};
const comparison: Record<string, (a: number, b: number) => boolean> = {
  "==": (a, b) => a === b,
  "!=": (a, b) => a !== b,
  "<": (a, b) => a < b,
  ">=": (a, b) => a >= b,
};
const logic: Record<string, (a: boolean, b: boolean) => boolean> = {
  "&&": (a, b) => a && b,
  "||": (a, b) => a || b,
};

/** Conditions on numbers, with operators of every binding and choices, and what they come to. */
export const condition: fc.Arbitrary<Sum<boolean>> = fc.letrec<{
  number: Sum<number>;
  bool: Sum<boolean>;
}>((tie) => {
  const [number, bool] = [tie("number"), tie("bool")];
  function operation<A, B>(of: Record<string, (a: A, b: A) => B>, operand: fc.Arbitrary<Sum<A>>) {
    const operators = fc.constantFrom(...Object.keys(of));
    return fc.tuple(operand, operators, operand).map(([left, operator, right]) => ({
      tree: binary(left.tree, operator, right.tree),
      value: of[operator](left.value, right.value),
    }));
  }
  function either<T>(
    operator: string,
    operand: fc.Arbitrary<Sum<T>>,
    apply: (value: T) => T,
  ): fc.Arbitrary<Sum<T>> {
    return fc.oneof(
      operand.map(({ tree, value }) => ({
        tree: { kind: "unary", operator, operand: tree } as Expression,
        value: apply(value),
      })),
      fc.tuple(bool, operand, operand).map(([condition, yes, no]) => ({
        tree: {
          kind: "conditional",
          condition: condition.tree,
          yes: yes.tree,
          no: no.tree,
        } as const,
        value: condition.value ? yes.value : no.value,
      })),
    );
  }
  const [digit, truth] = [fc.nat(9), fc.boolean()];
  return {
    number: fc.oneof(
      { depthSize: "small" },
      digit.map((value) => ({ tree: literal(value), value })),
      operation(arithmetic, number),
      either("-", number, (value) => -value),
    ),
    bool: fc.oneof(
      { depthSize: "small" },
      truth.map((value) => ({ tree: literal(value), value })),
      operation(comparison, number),
      operation(logic, bool),
      either("!", bool, (value) => !value),
    ),
  };
}).bool;
