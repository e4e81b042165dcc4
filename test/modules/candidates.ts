import { TerraformStack, Testing } from "cdktf";
import {
  type Arbitrary,
  array,
  constant,
  constantFrom,
  integer,
  oneof,
  string,
  stringMatching,
  tuple,
} from "fast-check";
import { checkProps, type Rule, rules } from "../../csi/internal/rules";
import { inputCases } from "../input-cases";

/** What ends a string, begins an expression, or is read as something else than text somewhere. */
const hostile = [
  ..."\"'\\\n\t\u0000\u2028\ufeff |>~éßＡ😀",
  ...["${", "%{", "${path.module}", "$${", "{{", "}}", "\r\n", "e\u0301", "a".repeat(10_000)],
  ...[": ", " #", "- ", "---", "&a", "*a", "!!str ", "null"],
];

const construct = new TerraformStack(Testing.app(), "stack");

/** Whether a construct accepts a value of a prop. */
export function accepts(prop: string, value: unknown): boolean {
  try {
    checkProps(construct, { [prop]: value }, []);
    return true;
  } catch {
    return false;
  }
}

/** Values of a prop, text or a list of it, of which its rules accept some and reject some. */
export function candidatesFor(prop: string): Arbitrary<unknown> {
  const { accepted, rejected } = inputCases[prop];
  const known = [...accepted, ...rejected.map(({ value }) => value)];
  const patterns = rules[prop].flatMap((rule: Rule) => ("pattern" in rule ? [rule.pattern] : []));
  if (Array.isArray(known[0])) {
    const items = candidateStrings(patterns, (known as string[][]).flat());
    return oneof(array(items.valid, { maxLength: 4 }), array(items.any, { maxLength: 4 }));
  }
  return candidateStrings(patterns, known as string[]).any;
}

function candidateStrings(patterns: readonly string[], known: readonly string[]) {
  const valid = oneof(...patterns.map((pattern) => stringMatching(new RegExp(pattern))));
  const start = oneof(valid, constantFrom(...known));
  // Well-formed Unicode only: half a surrogate pair cannot be written in a file at all.
  const text = string({ unit: "binary", maxLength: 40 });
  const piece = oneof(
    constantFrom(...hostile),
    string({ unit: "grapheme", maxLength: 3 }),
    constant(""),
  );
  const spliced = tuple(
    start,
    piece,
    integer({ min: 0, max: 300 }),
    integer({ min: 0, max: 2 }),
  ).map(([base, inserted, position, removed]) => {
    const characters = [...base];
    characters.splice(position % (characters.length + 1), removed, inserted);
    return characters.join("");
  });
  return { valid, any: oneof(valid, start, spliced, spliced, text) };
}
