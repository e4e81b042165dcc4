import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What README.md tells who begins with a language. */
export interface QuickStart {
  /** Its shell commands, in their order. */
  readonly commands: readonly string[];
  /** The files that it shows or links to of the language's example: their paths in the repository. */
  readonly files: readonly string[];
  /** All of it. */
  readonly text: string;
}

const headings = { typescript: "TypeScript", python: "Python", go: "Go" };

/**
 * Reads a language's section of README.md.
 *
 * @throws an error if it has no commands or no files.
 */
export function quickStart(language: keyof typeof headings): QuickStart {
  const sections = readFileSync(join(__dirname, "../../README.md"), "utf8").split(/^#{2,3} /m);
  const text = sections.find((section) => section.startsWith(`${headings[language]}\n`)) ?? "";
  const commands = [...text.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].flatMap(([, block]) =>
    block.trim().split(/\n| && /),
  );
  const example = new RegExp(`\\bexamples/${language}/[\\w.]+`, "g");
  const files = text.match(example) ?? [];
  if (commands.length === 0 || files.length === 0) {
    throw new Error(
      `README.md must have a section ${headings[language]} with commands in a block of sh, and with files of examples/${language}.`,
    );
  }
  return { commands, files, text };
}
