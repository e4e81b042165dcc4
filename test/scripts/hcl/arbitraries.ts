import fc from "fast-check";
import { BINARY_OPERATORS, type Expression, template } from "../../../scripts/hcl/expression";

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
const unary = fc.constantFrom("!", "-");
const binary = fc.constantFrom(...BINARY_OPERATORS.flat());

/**
 * Any HCL expression that can be printed, whether or not it makes sense, in the form in which it is
 * parsed; with objects only where they can stand over lines.
 */
export const expression: fc.Arbitrary<Expression> = fc.letrec<{
  any: Expression;
  call: Expression;
  flat: Expression;
  term: Expression;
}>((tie) => {
  const [any, flat, of] = [tie("any"), tie("flat"), tie("term")];
  const list = (item: fc.Arbitrary<Expression>): fc.Arbitrary<Expression> =>
    fc.array(item, { maxLength: 4 }).map((items) => ({ kind: "list", items }));
  const call = (arg: fc.Arbitrary<Expression>): fc.Arbitrary<Expression> =>
    fc
      .tuple(fc.constantFrom("jsonencode", "f"), fc.array(arg, { maxLength: 4 }))
      .map(([called, args]) => ({ kind: "call", name: called, args }));
  const conditional = (
    condition: fc.Arbitrary<Expression>,
    either: fc.Arbitrary<Expression>,
  ): fc.Arbitrary<Expression> =>
    fc.record({ kind: fc.constant("conditional" as const), condition, yes: either, no: either });
  const operation = (
    operator: fc.Arbitrary<string>,
    operand: fc.Arbitrary<Expression>,
  ): fc.Arbitrary<Expression> =>
    fc.record({ kind: fc.constant("binary" as const), operator, left: operand, right: operand });

  const leaf: fc.Arbitrary<Expression> = fc.oneof(
    fc.record({
      kind: fc.constant("literal" as const),
      value: fc.oneof(nastyKey, fc.constantFrom(true, false, null)),
    }),
    fc.nat().map((value): Expression => ({ kind: "number", text: String(value) })),
    name.map((root): Expression => ({ kind: "root", name: root })),
  );
  const term: fc.Arbitrary<Expression> = fc.oneof(
    { depthSize: "small" },
    name.map((root): Expression => ({ kind: "root", name: root })),
    fc.record({ kind: fc.constant("attribute" as const), of, name }),
    // `terraform fmt` makes `a[true]` and `a[null]` to `a[]`.
    fc.record({
      kind: fc.constant("index" as const),
      of,
      key: flat.filter((e) => e.kind !== "literal" || typeof e.value === "string"),
    }),
    call(flat),
    operation(binary, flat),
  );
  return {
    term,
    flat: fc.oneof(
      { depthSize: "small" },
      leaf,
      term,
      list(flat),
      fc.constant<Expression>({ kind: "object", entries: [] }),
      fc.record(
        { kind: fc.constant("for" as const), name, input: flat, value: flat, condition: flat },
        { requiredKeys: ["kind", "name", "input", "value"] },
      ),
      fc.record({ kind: fc.constant("unary" as const), operator: unary, operand: flat }),
      conditional(flat, flat),
      fc.array(fc.oneof(nastyKey, flat), { minLength: 1, maxLength: 4 }).map(template),
    ),
    call: call(any),
    any: fc.oneof(
      { depthSize: "small" },
      flat,
      list(any),
      tie("call"),
      fc
        .array(fc.record({ key: flat, value: any }), { maxLength: 4 })
        .map((entries): Expression => ({ kind: "object", entries })),
      conditional(fc.oneof(flat, tie("call")), any),
      operation(fc.constantFrom("&&", "||"), fc.oneof(flat, tie("call"))),
    ),
  };
}).any;
