import fc from "fast-check";
import { binary, type Expression, literal } from "../../../scripts/hcl-printer";

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
const text = fc
  .oneof(
    fc.array(nasty, { maxLength: 8 }).map((parts) => parts.join("")),
    fc.string({ unit: "binary", maxLength: 12 }),
  )
  .map((text) => text.normalize("NFC"));

/** What the bindings do not lose. */
const key = text.filter((text) => text !== "__proto__");

/** What can be written in JSON. */
type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

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
    text,
    fc.array(tie("value"), { maxLength: 4 }),
    fc
      .array(fc.tuple(key, tie("value")), { maxLength: 4 })
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

/** An expression, and what it comes to. */
type Sum<T> = { tree: Expression; value: T };

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
