import { join } from "node:path";
import { expect } from "vitest";
import { Document, parse, visit } from "yaml";
import { knownAfterApply } from "../terraform/terraform";

const repository = join(__dirname, "..", "..");

/**
 * Holds a value to a file of this folder, to the last entry: what is added shows, and is a change
 * that a reviewer sees. `npx vitest run <test> --update` writes the file.
 *
 * @param name The file's path in this folder, without `.yaml`.
 */
export function expectExactly(name: string, value: unknown): Promise<void> {
  const document = new Document(value, { aliasDuplicateObjects: false });
  visit(document, {
    Collection: (_, node, path) => {
      // What fits a line stands on one.
      node.flow = path.length > 1 && JSON.stringify(node).length <= 90;
    },
  });
  return expect(document.toString({ lineWidth: 0 })).toMatchFileSnapshot(
    join(__dirname, `${name}.yaml`),
  );
}

/** What stands for a value that is known after the apply. */
export const UNKNOWN = "(known after apply)";

/** Values in which JSON and YAML stand for what they mean, and paths begin at the repository. */
export function expanded<T>(values: T): T {
  const text = JSON.stringify(values, (_, part) => {
    if (part === knownAfterApply) return UNKNOWN;
    if (typeof part !== "string") return part;
    if (part.startsWith("{")) return JSON.parse(part);
    return part.includes(":") && part.includes("\n") ? parse(part) : part;
  });
  return JSON.parse(text.replaceAll(`${repository}/`, ""));
}
