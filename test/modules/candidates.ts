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
import { checkProps, type Rules } from "../../csi/internal/rule-kinds";
import type { Input } from "../../scripts/generate/contract";
import { casesOf } from "../input-cases";

/** What ends a string, begins an expression, or is read as something else than text somewhere. */
const hostile = [
  ..."\"'\\\n\t\u0000\u2028\ufeff |>~éßＡ😀",
  ...["${", "%{", "${path.module}", "$${", "{{", "}}", "\r\n", "e\u0301", "a".repeat(10_000)],
  ...[": ", " #", "- ", "---", "&a", "*a", "!!str ", "null"],
];

const construct = new TerraformStack(Testing.app(), "stack");

/** Whether a construct accepts a value of an input. */
export function accepts({ prop, rules }: Input, value: unknown): boolean {
  try {
    checkProps<Record<string, unknown>>(construct, { [prop]: value }, {
      [prop]: rules,
    } as Rules<Record<string, unknown>>);
    return true;
  } catch {
    return false;
  }
}

/** Whether values of an input can be generated: text or a list of it, whose rules stand alone. */
export function hasCandidates({ type, rules }: Input): boolean {
  const isText = type === "string" || (typeof type === "object" && "list" in type);
  return (
    isText && rules.some((rule) => "pattern" in rule) && !rules.some((rule) => "other" in rule)
  );
}

/** Values of an input, text or a list of it, of which its rules accept some and reject some. */
export function candidatesFor(module: string, { prop, rules }: Input): Arbitrary<unknown> {
  const { accepted, rejected } = casesOf(module, prop);
  const known = [...accepted, ...rejected.map(({ value }) => value)];
  const patterns = rules.flatMap((rule) =>
    rule.kind === "matches" || rule.kind === "eachMatches" ? [rule.pattern] : [],
  );
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
