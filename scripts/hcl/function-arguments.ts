/**
 * Where cdktf's `Fn` puts quotes round the strings it is given, without escaping what is inside:
 * the arguments from this position on …
 *
 * @see https://github.com/hashicorp/terraform-cdk/blob/v0.21.0/packages/cdktf/lib/functions/helpers.ts
 */
const QUOTED_ARGUMENTS: Record<string, number> = {
  coalesce: 0,
  format: 1,
  formatlist: 1,
  lookup: 2,
  try: 0,
};

/** … and the items of the list that is the argument at these positions. */
const QUOTED_ITEMS: Record<string, number[]> = {
  alltrue: [0],
  anytrue: [0],
  chunklist: [0],
  compact: [0],
  distinct: [0],
  setsubtract: [0, 1],
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

/** An HCL escape, which cdktf hands on to Terraform as it stands. */
const ESCAPE = /\\(?:[nrt"\\]|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})/g;

/**
 * The text that a string means which is handed to a function.
 *
 * cdktf escapes neither quotes nor backslashes there, so most such strings break the HCL in
 * `cdk.tf.json` and can only be meant as they stand. Some do not break but change their meaning:
 * with them nobody can say what is meant.
 */
export function argumentText(value: string): string {
  const isAmbiguous =
    (value.includes("\\") && !value.replace(ESCAPE, "").includes("\\")) ||
    /%%\{|%\{~?\s*(?:if|else|endif|for|endfor)\b/.test(value);
  const reference = /\$\{\s*(?:var|local|data|module|path|each|count|self|terraform)\.[^}]*\}/.exec(
    value,
  );
  if (reference) {
    throw new Error(
      `the string ${JSON.stringify(value)} is handed to a function, where cdktf takes ` +
        `${reference[0]} for text; give a token such as ref("path.module") to refer to it, ` +
        "or Fn.rawString(text) for the text",
    );
  }
  if (isAmbiguous) {
    throw new Error(
      `the string ${JSON.stringify(value)} is handed to a function, where cdktf leaves it to ` +
        "Terraform to read its backslashes and %{ as escapes; " +
        "say what is meant by Fn.rawString(text), or write the whole expression as ${…}",
    );
  }
  return value;
}
