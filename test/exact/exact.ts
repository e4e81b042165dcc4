import { join } from "node:path";
import { expect } from "vitest";
import { stringify } from "yaml";

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
