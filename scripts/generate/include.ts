import { readFileSync } from "node:fs";
import { extname, join } from "node:path";

const INCLUDE = /^<!-- include: (\S+) -->\n[\s\S]*?^<!-- \/include -->$/gm;
const MARK = /^<!-- include: .*$/m;

/** What a block of code is called where it is not called after the file's ending. */
const languages: Readonly<Record<string, string>> = {
  ".mmd": "mermaid",
  ".py": "python",
  ".tf": "hcl",
  ".ts": "typescript",
};

/** Whether a document has a mark to be filled. */
export function includesFiles(document: string): boolean {
  return MARK.test(document);
}

/**
 * Fills each `<!-- include: path -->` ... `<!-- /include -->` of a document
 * with the file at that path in the repository: a page as a section, any other
 * file as a block of code.
 *
 * @throws an error if there is no such file, or if a mark is not closed.
 */
export function includeFiles(root: string, document: string): string {
  const open = document.replace(INCLUDE, "").match(MARK);
  if (open) {
    throw new Error(`${open[0]} is not closed by <!-- /include -->`);
  }
  return document.replace(INCLUDE, (_, path: string) => {
    const text = readFileSync(join(root, path), "utf8").trimEnd();
    const shown = extname(path) === ".md" ? section(includeFiles(root, text)) : code(path, text);
    return `<!-- include: ${path} -->\n${shown}\n<!-- /include -->`;
  });
}

function code(path: string, text: string): string {
  // An example calls the module that lies beside it; its reader has it under ./modules.
  const shown = text.replaceAll("../../../modules/", "./modules/");
  return `\`\`\`${languages[extname(path)] ?? extname(path).slice(1)}\n${shown}\n\`\`\``;
}

function section(page: string): string {
  // A comment in code is no heading.
  const lowered = page.replace(/^```[\s\S]*?^```$|^(?=#+ )/gm, (code) => code || "#");
  return `\n${lowered}\n`;
}
