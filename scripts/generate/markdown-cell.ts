/**
 * A text as the cell of a Markdown table, by the rules of terraform-docs
 * v0.20.0 with its default settings.
 *
 * @see https://github.com/terraform-docs/terraform-docs/blob/v0.20.0/template/sanitizer.go
 */
export function markdownCell(text: string): string {
  if (text === "") {
    return "n/a";
  }
  return mapSegments(text, "```", {
    prose: (prose) => plainUrls(onOneLine(escapeUnderscores(escapePipes(prose)))),
    code: (code) => `<pre>${code.trim().replaceAll("\n", "<br/>")}</pre>`,
  });
}

/** A name as terraform-docs escapes it. */
export function escapeName(name: string): string {
  return name.replaceAll("_", "\\_");
}

/** A value or type as code: in backticks, or in a fence where it has several lines. */
export function codeCell(code: string): string {
  return markdownCell(code.includes("\n") ? `\n\n\`\`\`\n${code}\n\`\`\`\n` : `\`${code}\``);
}

/** The whitespace of Go's regular expressions, narrower than JavaScript's `\s`. */
const SPACE = "[\\t\\n\\f\\r ]";
const WORD = "[^_\\t\\n\\f\\r ]";
/** Stands for an underscore that is left as it is. */
const KEPT = "\u0000";

const LONE_UNDERSCORES = new RegExp(`^(${SPACE}*)(_+)(?=${SPACE})`);
const EMPHASIS = new RegExp(`(${SPACE})(_+)(${WORD}.*${WORD})(_+)(?=${SPACE})`, "s");
const CONTINUED_LINE = new RegExp(`\\n(${SPACE}*)(\\w)`, "g");
const URLS = urlPattern();

function escapePipes(prose: string): string {
  return mapSegments(prose, "`", {
    prose: (text) => text.replaceAll("|", "\\|"),
    code: inBackticks,
  });
}

/** Underscores are escaped but in code, round a word as emphasis, and alone at a line's start. */
function escapeUnderscores(prose: string): string {
  const escapeLine = (line: string) =>
    line
      .replace(LONE_UNDERSCORES, (_, before, lone) => before + keep(lone))
      .replace(EMPHASIS, (_, before, open, text, close) => before + keep(open) + text + keep(close))
      .replaceAll("_", "\\_")
      .replaceAll(KEPT, "_");
  return mapSegments(prose, "`", {
    prose: (text) => text.split("\n").map(escapeLine).join("\n"),
    code: inBackticks,
  });
}

function keep(underscores: string): string {
  return KEPT.repeat(underscores.length);
}

function inBackticks(code: string): string {
  return `\`${code}\``;
}

/** Line breaks as `<br/>`: one before a line that goes on, as many as there were round a list. */
function onOneLine(prose: string): string {
  return prose
    .trim()
    .replace(CONTINUED_LINE, "  \n$1$2")
    .replaceAll("    \n", "  \n")
    .replaceAll("  \n\n", "\n\n")
    .replaceAll("\n  \n", "\n\n")
    .replaceAll("  \n", "<br/>")
    .replaceAll("\n", "<br/>");
}

/** URLs as they were before underscores and pipes were escaped. */
function plainUrls(prose: string): string {
  return (prose.match(URLS) ?? []).reduce(
    (text, url) => text.replaceAll(url, () => url.replaceAll("\\", "")),
    prose,
  );
}

/**
 * Maps the parts of a text between and within delimiters, as terraform-docs
 * pairs them: an empty part counts as none.
 */
function mapSegments(
  text: string,
  delimiter: string,
  map: { prose: (segment: string) => string; code: (segment: string) => string },
): string {
  let inCode = text.startsWith(delimiter);
  return text
    .split(delimiter)
    .filter((segment) => segment !== "")
    .map((segment) => {
      const mapped = inCode ? map.code(segment) : map.prose(segment);
      inCode = !inCode;
      return mapped;
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
