import type { Argument } from "./body";
import type { Expression } from "./expression";
import type { ValueReader } from "./tokens";

/** The arguments that have a value, in the given order. */
export function givenArguments(args: Record<string, Expression | undefined>): Argument[] {
  return Object.entries(args).flatMap(([name, value]) => (value ? [{ name, value }] : []));
}

/** A list of bare references, such as `depends_on`; nothing if it is empty. */
export function references(
  list: readonly unknown[] | undefined,
  values: ValueReader,
): Expression | undefined {
  if (!list || list.length === 0) return undefined;
  return { kind: "list", items: list.map((item) => values.reference(item)) };
}
