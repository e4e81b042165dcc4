import fc from "fast-check";
import { type Expression, template } from "../../../scripts/hcl/expression";

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
function textOf(unit: "binary" | "grapheme"): fc.Arbitrary<string> {
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
 * Keys of objects. Without what the bindings lose, and of characters that have
 * long been in Unicode, without combining marks: Node and Terraform know
 * different versions of it, and so disagree on how wide a key of others is.
 */
export const nastyKey = textOf("grapheme").filter(
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
const binary = fc.constantFrom(
  ...["||", "&&", "==", "!=", "<", ">", "<=", ">=", "+", "-", "*", "/", "%"],
);

/** Any HCL expression, whether or not it makes sense, in the form in which it is parsed. */
export const expression: fc.Arbitrary<Expression> = fc.letrec<{
  any: Expression;
  term: Expression;
}>((tie) => {
  const any = tie("any");
  const of = tie("term");
  const args = fc.array(any, { maxLength: 4 });
  const key = fc.oneof(
    nastyText.map((value): Expression => ({ kind: "literal", value })),
    tie("term").filter(({ kind }) => kind !== "root"),
  );
  const entries = fc.array(fc.record({ key, value: any }), { maxLength: 4 });
  const leaf: fc.Arbitrary<Expression> = fc.oneof(
    fc.record({
      kind: fc.constant("literal" as const),
      value: fc.oneof(nastyText, fc.constantFrom(true, false, null)),
    }),
    fc.nat().map((value): Expression => ({ kind: "number", text: String(value) })),
    name.map((root): Expression => ({ kind: "root", name: root })),
  );
  const forExpression = fc.record(
    {
      kind: fc.constant("for" as const),
      names: fc.oneof(fc.tuple(name), fc.tuple(name, name)),
      input: any,
      value: any,
      condition: any,
    },
    { requiredKeys: ["kind", "names", "input", "value"] },
  );
  const objectFor = fc
    .tuple(forExpression, any, fc.constantFrom({}, { group: true as const }))
    .map(([list, computedKey, group]): Expression => ({ ...list, key: computedKey, ...group }));
  const expand = fc.constantFrom({}, { expandLast: true });
  const term: fc.Arbitrary<Expression> = fc.oneof(
    { depthSize: "small" },
    name.map((root): Expression => ({ kind: "root", name: root })),
    fc.record({ kind: fc.constant("attribute" as const), of, name }),
    // `terraform fmt` makes `a[true]` and `a[null]` to `a[]`.
    fc.record({
      kind: fc.constant("index" as const),
      of,
      key: any.filter((e) => e.kind !== "literal" || typeof e.value === "string"),
    }),
    fc.record({ kind: fc.constant("splat" as const), of, style: fc.constant("[*]" as const) }),
    fc.tuple(fc.constantFrom("jsonencode", "f", "provider::aws::arn_parse"), args, expand).map(
      ([called, given, last]): Expression => ({
        kind: "call",
        name: called,
        args: given,
        ...(given.length > 0 ? last : {}),
      }),
    ),
    fc.record({
      kind: fc.constant("binary" as const),
      operator: binary,
      left: any,
      right: any,
    }),
  );
  return {
    term,
    any: fc.oneof(
      { depthSize: "small" },
      leaf,
      term,
      fc.record({ kind: fc.constant("list" as const), items: fc.array(any, { maxLength: 4 }) }),
      fc.record({ kind: fc.constant("object" as const), entries }),
      forExpression,
      objectFor,
      fc.record({ kind: fc.constant("unary" as const), operator: unary, operand: any }),
      fc.record({ kind: fc.constant("conditional" as const), condition: any, yes: any, no: any }),
      fc.array(fc.oneof(nastyText, any), { minLength: 1, maxLength: 4 }).map(template),
    ),
  };
}).any;
