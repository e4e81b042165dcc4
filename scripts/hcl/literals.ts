/** A name that HCL takes without quotes; dashes are legal there but read as a minus. */
const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Words that mean something else at the start of an object or as its key. */
const KEYWORDS = new Set(["for", "true", "false", "null"]);

/** Whether `name` can stand without quotes as an argument's or an object key's name. */
export function isIdentifier(name: string): boolean {
  return IDENTIFIER.test(name) && !KEYWORDS.has(name);
}

const ESCAPES: Record<string, string> = {
  '"': '\\"',
  "\\": "\\\\",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  "${": "$${",
  "%{": "%%{",
};

/**
 * What a reader cannot see: controls, direction marks, the byte order mark, and marks that have no
 * letter or symbol to stand on; joiners inside of words and emoji stay.
 */
const INVISIBLE =
  /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|(?<![\p{L}\p{M}\p{N}\p{So}\p{Emoji_Modifier}\u200c\u200d])[\p{M}\p{Emoji_Modifier}\u200c\u200d]/u;

const TO_ESCAPE = new RegExp(`\\$\\{|%\\{|["\\\\]|${INVISIBLE.source}`, "gu");

/**
 * The inside of an HCL quoted string that reads back as exactly `text`.
 *
 * @see https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#template-expressions
 */
export function escapeText(text: string): string {
  if (/\p{Surrogate}/u.test(text)) {
    throw new Error(
      `the string ${JSON.stringify(text)} holds half of a surrogate pair, which is no character; ` +
        "HCL is UTF-8 and cannot hold it: correct the string",
    );
  }
  return text.replace(TO_ESCAPE, (match) => ESCAPES[match] ?? codePointEscape(match));
}

/**
 * Like `escapeText`, for text that is followed by an interpolation.
 *
 * A `$` before `${` would make it an escape, so it is written by its code point.
 */
export function escapeTextBeforeInterpolation(text: string): string {
  return escapeText(text).replace(/\$$/, "\\u0024");
}

function codePointEscape(character: string): string {
  const hex = (character.codePointAt(0) as number).toString(16);
  return hex.length > 4 ? `\\U${hex.padStart(8, "0")}` : `\\u${hex.padStart(4, "0")}`;
}

/** A number as HCL writes it. */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) {
    throw new Error(`${value} is no number that HCL can hold; use a finite number`);
  }
  return String(value);
}
