/** Arguments that go first, in this order: where and what the thing is. */
const FIRST = [
  "region",
  "source",
  "name",
  "repository",
  "chart",
  "version",
  "namespace",
  "create_namespace",
];

/** Arguments that go last, in this order: long ones, and what labels the thing. */
const LAST = ["security_groups", "values", "tags"];

/** The arguments in the order in which they are printed; those without a place of their own keep theirs. */
export function orderArguments<T>(args: Record<string, T>): Record<string, T> {
  const rank = ([name]: [string, T]): number => {
    if (FIRST.includes(name)) return FIRST.indexOf(name) - FIRST.length;
    return LAST.indexOf(name) + 1;
  };
  return Object.fromEntries(Object.entries(args).sort((a, b) => rank(a) - rank(b)));
}
