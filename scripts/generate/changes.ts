import { parse } from "yaml";
import { tableOf } from "./tables";

/** A change of a module's inputs, or a replacement by hand, and what it does. */
export interface Change {
  /** What is changed, in Markdown. */
  readonly what: string;
  /** Inputs before, where it matters what they were. */
  readonly before?: Readonly<Record<string, unknown>>;
  readonly after?: Readonly<Record<string, unknown>>;
  /** Addresses that are given to `terraform apply -replace=`. */
  readonly replace?: readonly string[];
  /** What Terraform does to whom: addresses, one without an index for all instances of a resource. */
  readonly terraform: Readonly<Partial<Record<Doing, readonly string[]>>>;
  /** What that means to whoever uses the storage, in Markdown. */
  readonly meaning: string;
}

/** What Terraform does to a resource. */
export type Doing = "creates" | "updates" | "replaces" | "deletes";

/**
 * Reads a module's changes.yaml. `test/modules/changes.test.ts` makes every one
 * of these changes, and compares.
 *
 * @param wanted The module's inputs, and the addresses of its resources.
 * @throws an error that names those without a row.
 */
export function readChanges(text: string, wanted: readonly string[]): Change[] {
  const changes: Change[] = parse(text);
  const covered = changes.flatMap(({ after = {}, replace = [] }) => [
    ...Object.keys(after),
    ...replace.map((address) => address.replace(/\[.*\]$/, "")),
  ]);
  const missing = wanted.filter((name) => !covered.includes(name));
  if (missing.length > 0) {
    throw new Error(
      `there is no row for ${missing.join(", ")}: say what a change or a replacement of each does`,
    );
  }
  return changes;
}

/** The table of changes of a module's README. */
export function changeTable(changes: readonly Change[]): string {
  return tableOf(
    ["a change of", "Terraform", "what it means"],
    changes.map(({ what, terraform, meaning }) => [what, sentence(terraform), meaning]),
  );
}

function sentence(terraform: Change["terraform"]): string {
  const parts = Object.entries(terraform).map(
    ([doing, addresses]) => `${doing} ${addresses.map((address) => `\`${address}\``).join(", ")}`,
  );
  return parts.join("; ") || "changes nothing";
}
