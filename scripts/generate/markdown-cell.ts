/**
 * A text of one line as the cell of a Markdown table, by the rules of
 * terraform-docs v0.20.0 with its default settings.
 *
 * @throws an error if the text has several lines or fenced code, whose rules are not followed.
 * @see https://github.com/terraform-docs/terraform-docs/blob/v0.20.0/template/sanitizer.go
 */
export function markdownCell(text: string): string {
  if (text.includes("\n") || text.includes("```")) {
    throw new Error(
      `${JSON.stringify(text)} has several lines or fenced code, which no cell of a table takes: write one paragraph, and code in single backticks`,
    );
  }
  return text === "" ? "n/a" : plainUrls(outsideCode(text, escapeProse).trim());
}

/** A name as terraform-docs escapes it. */
export function escapeName(name: string): string {
  return name.replaceAll("_", "\\_");
}

/** A value or type as code: in backticks, or preformatted where it has several lines. */
export function codeCell(code: string): string {
  const lines = code.split("\n");
  return lines.length > 1 ? `<pre>${lines.join("<br/>")}</pre>` : markdownCell(`\`${code}\``);
}

/** Stands for an underscore that is left as it is. */
const KEPT = "\u0000";

const LONE_UNDERSCORES = /^( *)(_+)(?= )/;
const EMPHASIS = /( )(_+)([^_ ].*[^_ ])(_+)(?= )/;
const URLS = urlPattern();

/** Pipes are escaped, and underscores but round words as emphasis, and alone at the start. */
function escapeProse(prose: string): string {
  return prose
    .replaceAll("|", "\\|")
    .replace(LONE_UNDERSCORES, (_, before, lone) => before + keep(lone))
    .replace(EMPHASIS, (_, before, open, text, close) => before + keep(open) + text + keep(close))
    .replaceAll("_", "\\_")
    .replaceAll(KEPT, "_");
}

function keep(underscores: string): string {
  return KEPT.repeat(underscores.length);
}

/** URLs as they were before underscores and pipes were escaped. */
function plainUrls(prose: string): string {
  return (prose.match(URLS) ?? []).reduce(
    (text, url) => text.replaceAll(url, () => url.replaceAll("\\", "")),
    prose,
  );
}

/** Maps what stands outside of backticks, as terraform-docs pairs them: an empty part counts as none. */
function outsideCode(text: string, map: (prose: string) => string): string {
  let isCode = !text.startsWith("`");
  return text
    .split("`")
    .filter((part) => part !== "")
    .map((part) => {
      isCode = !isCode;
      return isCode ? `\`${part}\`` : map(part);
    })
    .join("");
}

/** What terraform-docs takes for a URL, of the schemes that a description may hold. */
function urlPattern(): RegExp {
  const letter = "[^\\0-\\x9f\\p{Z}]";
  const inner = `(?:[\\w.~%!$&'*+,;=:@/?#\\\\-]|${letter})`;
  const last = `(?:[\\w~%$&+=/#-]|${letter})`;
  const enclosed = ["()", "[]", "{}"].map(([open, close]) => {
    const nested = `\\${open}${inner}*\\${close}`;
    return `\\${open}(?:${inner}|${nested})*\\${close}`;
  });
  const scheme = "(?:https?://|(?:file|mailto|tel):)";
  return new RegExp(`${scheme}(?:${inner}*(?:${enclosed.join("|")}|${last}))+`, "giu");
}
