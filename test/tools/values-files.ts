import { writeFileSync } from "node:fs";
import { join } from "node:path";

/** Writes a release's values, which helm lays over each other, into a folder; gives helm's flags for them. */
export function valuesFiles(folder: string, values: readonly string[]): string[] {
  return values.map((yaml, index) => {
    const file = join(folder, `${index}.yaml`);
    writeFileSync(file, yaml);
    return `--values=${file}`;
  });
}
