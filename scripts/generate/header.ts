import { extname } from "node:path";

/** A generated file's text: marked as such in the way of its format, with LF and one newline at the end. */
export function withHeader(path: string, source: string, text: string): string {
  const mark = `Code generated from ${source}. DO NOT EDIT.`;
  const body = `${text.replaceAll("\r\n", "\n").trimEnd()}\n`;
  switch (extname(path)) {
    case ".sh":
    case ".tf":
      return `# ${mark}\n\n${body}`;
    case ".tpl":
    case ".yaml":
      // A comment of YAML would be rendered, as a document of its own.
      return path.includes("templates/") ? `{{- /* ${mark} */}}\n${body}` : `# ${mark}\n${body}`;
    case ".md":
      return `<!-- ${mark} -->\n\n${body}`;
    case ".json":
      return `${JSON.stringify({ $comment: mark, ...JSON.parse(body) }, null, 2)}\n`;
    default:
      throw new Error(`${path}: no way is known to mark a file of its format as generated`);
  }
}
