import { join } from "node:path";
import { expect } from "vitest";
import { parse, stringify } from "yaml";

const repository = join(__dirname, "..", "..");

/**
 * Holds a value to a file of this folder, to the last entry: what is added shows, and is a change
 * that a reviewer sees. `npx vitest run --update <test>` writes the file.
 *
 * @param name The file's path in this folder, without `.yaml`.
 */
export function expectExactly(name: string, value: unknown): Promise<void> {
  const text = stringify(value, { aliasDuplicateObjects: false, lineWidth: 0 });
  return expect(text).toMatchFileSnapshot(join(__dirname, `${name}.yaml`));
}

/** Values in which JSON and YAML stand for what they mean, and paths begin at the repository. */
export function expanded<T>(values: T): T {
  const text = JSON.stringify(values, (_, part) => {
    if (typeof part !== "string") return part;
    if (part.startsWith("{")) return JSON.parse(part);
    return part.includes(":") && part.includes("\n") ? parse(part) : part;
  });
  return JSON.parse(text.replaceAll(`${repository}/`, ""));
}
