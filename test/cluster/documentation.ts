import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A module's README and the pages beside it. */
export function pages(module: string): string {
  const folder = join(__dirname, "..", "..", "modules", "csi", module);
  return readdirSync(folder)
    .filter((file) => file.endsWith(".md"))
    .map((file) => readFileSync(join(folder, file), "utf8"))
    .join("\n");
}

/** The one block of code in a module's pages that has this text, as it stands there. */
export function codeBlock(module: string, language: "sh" | "yaml", text: string): string {
  const blocks = [...pages(module).matchAll(/^```(\w+)\n(.*?)^```$/gms)]
    .filter(([, tag, code]) => tag === language && code?.includes(text))
    .map(([, , code]) => code);
  if (blocks.length === 1 && blocks[0]) return blocks[0];
  throw new Error(
    `the pages of ${module} have ${blocks.length} blocks of ${language} with "${text}", and one is wanted`,
  );
}

/** What a user sees, by a module's pages, in the row of Troubleshooting that starts with this. */
export function symptom(module: string, start: string): string {
  const [, seen] = new RegExp(`^\\| ${start}[^\`|]*\`([^\`]+)\``, "m").exec(pages(module)) ?? [];
  if (seen !== undefined) return seen;
  throw new Error(
    `the pages of ${module} have no row of Troubleshooting that starts with "${start}"`,
  );
}
