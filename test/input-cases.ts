import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

type Props = Readonly<Record<string, unknown>>;

/** Values of one prop that its rules accept and reject. */
export interface InputCases {
  /** Other props that it is given together with, where a rejected case does not have its own. */
  readonly given?: Props;
  readonly accepted: readonly unknown[];
  /** A rejected value, and what its message says must be, shows and is not shown. */
  readonly rejected: readonly Rejected[];
}

interface Rejected {
  readonly value: unknown;
  readonly must: string;
  readonly got?: unknown;
  readonly given?: Props;
}

/** Several values may be rejected in the same words. */
type Row = Rejected | { readonly must: string; readonly values: readonly unknown[] };

type Table = Readonly<Record<string, InputCases & { readonly rejected: readonly Row[] }>>;

interface Cases {
  readonly ofAll: Table;
  readonly ofModules: Readonly<Record<string, Table>>;
  readonly required: Readonly<Record<string, Props>>;
}

const { ofAll, ofModules, required }: Cases = parse(
  readFileSync(join(__dirname, "input-cases.yaml"), "utf8")
    .replace(/([a0])\{(\d+)\}/g, (_, letter, count) => letter.repeat(Number(count)))
    .replaceAll("<repository>", join(__dirname, "..")),
);

/** What passes and what does not, of a prop of a module's construct. */
export function casesOf(module: string, prop: string): InputCases {
  const cases = ofModules[module]?.[prop] ?? ofAll[prop];
  if (cases === undefined) {
    throw new Error(
      `test/input-cases.yaml has no cases for ${prop} of the module ${module}: add some`,
    );
  }
  const rows: readonly Row[] = cases.rejected;
  const rejected = rows.flatMap((row) =>
    "values" in row ? row.values.map((value) => ({ must: row.must, value })) : [row],
  );
  return { ...cases, rejected };
}

/**
 * The required props of each module's construct, with values that it accepts.
 * Those of a construct that a prop imports stand under the prop.
 */
export const requiredProps = required;
