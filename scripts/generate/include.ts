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
 * with the file at that path in the repository, as a block of code.
 *
 * @throws an error if there is no such file, or if a mark is not closed.
 */
export function includeFiles(root: string, document: string): string {
  const open = document.replace(INCLUDE, "").match(MARK);
  if (open) {
    throw new Error(`${open[0]} is not closed by <!-- /include -->`);
  }
  return document.replace(INCLUDE, (_, path: string) => {
    const code = readFileSync(join(root, path), "utf8")
      .trimEnd()
      // An example calls the module that lies beside it; its reader has it under ./modules.
      .replaceAll("../../../modules/", "./modules/");
    const language = languages[extname(path)];
    const fence = `\`\`\`${language ?? extname(path).slice(1)}`;
    return `<!-- include: ${path} -->\n${fence}\n${code}\n\`\`\`\n<!-- /include -->`;
  });
}
