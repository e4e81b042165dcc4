import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A module's README. */
export function readme(module: string): string {
  const file = join(__dirname, "..", "..", "modules", "csi", module, "README.md");
  return readFileSync(file, "utf8");
}

/** The one block of code in a module's README that has this text, as it stands there. */
export function codeBlock(module: string, language: "sh" | "yaml", text: string): string {
  const blocks = [...readme(module).matchAll(/^```(\w+)\n(.*?)^```$/gms)]
    .filter(([, tag, code]) => tag === language && code?.includes(text))
    .map(([, , code]) => code);
  if (blocks.length === 1 && blocks[0]) return blocks[0];
  throw new Error(
    `the README of ${module} has ${blocks.length} blocks of ${language} with "${text}", and one is wanted`,
  );
}

/** What a user sees, by a module's README, in the row of Troubleshooting that starts with this. */
export function symptom(module: string, start: string): string {
  const [, seen] = new RegExp(`^\\| ${start}[^\`|]*\`([^\`]+)\``, "m").exec(readme(module)) ?? [];
  if (seen !== undefined) return seen;
  throw new Error(
    `the README of ${module} has no row of Troubleshooting that starts with "${start}"`,
  );
}
