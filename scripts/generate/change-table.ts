/** A change of a module's inputs, and what it does. */
export interface Change {
  /** What is changed, in Markdown. */
  readonly what: string;
  /** Inputs before, where it matters what they were. */
  readonly before?: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
  /** What Terraform does to whom: addresses, one without an index for all instances of a resource. */
  readonly terraform: Readonly<Partial<Record<Doing, readonly string[]>>>;
  /** What that means to whoever uses the storage, in Markdown. */
  readonly meaning: string;
}

/** What Terraform does to a resource. */
export type Doing = "creates" | "updates" | "replaces" | "deletes";

/**
 * Sees to it that each input of a module has a row: types alone do not, for
 * `npm run generate` checks none.
 *
 * @throws an error that names the inputs without one.
 */
export function requireChanges(
  module: string,
  inputs: readonly string[],
  changes: readonly Change[] = [],
): void {
  const missing = inputs.filter((input) => !changes.some(({ after }) => input in after));
  if (missing.length > 0) {
    throw new Error(
      `scripts/generate/modules.ts: \`changes\` of the module ${module} has no row for ${missing.join(", ")}. ` +
        "Say in scripts/generate/change-table-rows.ts what a change of each does; test/modules/changes.test.ts compares.",
    );
  }
}

const MARK = /^<!-- changes -->$/m;

/**
 * Puts a table of changes in the place of the line `<!-- changes -->`.
 *
 * @throws an error if the document has no such line.
 */
export function withChangeTable(document: string, changes: readonly Change[]): string {
  if (!MARK.test(document)) {
    throw new Error("there is no line <!-- changes --> to put the table of changes in its place");
  }
  return document.replace(MARK, () => table(changes));
}

function table(changes: readonly Change[]): string {
  const rows = changes.map(({ what, terraform, meaning }) => [what, sentence(terraform), meaning]);
  const head = ["a change of", "Terraform", "what it means"];
  const lines = [head, head.map(() => "---"), ...rows];
  return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function sentence(terraform: Change["terraform"]): string {
  const parts = Object.entries(terraform).map(
    ([doing, addresses]) => `${doing} ${addresses.map((address) => `\`${address}\``).join(", ")}`,
  );
  return parts.join("; ") || "changes nothing";
}
