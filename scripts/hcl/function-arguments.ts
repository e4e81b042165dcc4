/**
 * Where cdktf's `Fn` puts quotes round the strings it is given, without escaping what is inside:
 * the arguments from this position on …
 *
 * @see https://github.com/hashicorp/terraform-cdk/blob/v0.21.0/packages/cdktf/lib/functions/helpers.ts
 */
const QUOTED_ARGUMENTS: Record<string, number> = {
  coalesce: 0,
  coalescelist: 0,
  concat: 0,
  format: 1,
  formatlist: 1,
  join: 1,
  lookup: 2,
  merge: 0,
  setintersection: 1,
  setproduct: 0,
  setunion: 1,
  try: 0,
};

/** … and the items of the list that is the argument at these positions. */
const QUOTED_ITEMS: Record<string, number[]> = {
  alltrue: [0],
  anytrue: [0],
  chunklist: [0],
  compact: [0],
  distinct: [0],
  matchkeys: [0, 1, 2],
  setintersection: [0],
  setsubtract: [0, 1],
  setunion: [0],
  sort: [0],
  zipmap: [0],
};

/** A function's arguments as they were handed to `Fn`, its quotes round strings taken off. */
export function unquoteArguments(name: string, args: unknown[]): unknown[] {
  const from = QUOTED_ARGUMENTS[name] ?? args.length;
  const lists = QUOTED_ITEMS[name] ?? [];
  return args.map((arg, index) => {
    if (index >= from) return unquote(arg);
    return lists.includes(index) && Array.isArray(arg) ? arg.map(unquote) : arg;
  });
}

function unquote(value: unknown): unknown {
  return typeof value === "string" && /^"[\s\S]*"$/.test(value) ? value.slice(1, -1) : value;
}

/**
 * The text that a string means which is handed to a function.
 *
 * cdktf takes `${…}` there for text, and leaves it to Terraform to read backslashes and `%{` as
 * escapes: nobody can say what is meant by them.
 */
export function argumentText(value: string): string {
  const [doubtful] = /\\|\$\{|%\{/.exec(value) ?? [];
  if (doubtful === undefined) return value;
  throw new Error(
    `the string ${JSON.stringify(value)} is handed to a function, where ${doubtful} may mean ` +
      'itself or more; give Fn.rawString(text) for the text, a token such as ref("path.module") ' +
      "for a reference, or write the whole expression as ${…}",
  );
}
