import { type IResolvable, type IResolveContext, Token, Tokenization } from "cdktf";

/**
 * A value as an argument of Terraform's functions and operators.
 *
 * cdktf itself loses map keys with a token there, escapes neither quotes nor
 * backslashes, and warns, in vain, of text with a token.
 */
export class Argument implements IResolvable {
  public readonly creationStack: string[] = [];

  constructor(public readonly value: unknown) {}

  public resolve(context: IResolveContext): string {
    context.suppressBraces = true;
    return expression(this.value, context);
  }
}

/** A value as an argument of Terraform's functions and operators: as text, which cdktf resolves once, and all else twice at each level. */
export function argument<Value>(value: Value): Value {
  return Token.asString(new Argument(value)) as Value;
}

/** Text in which Terraform begins no template; its tokens stay. */
export function literal(text: string): string {
  return text.replace(/([$%])\{(?!TfToken\[)/g, "$1$1{");
}

function expression(value: unknown, context: IResolveContext): string {
  if (typeof value === "string") return template(value, context);
  if (Token.isUnresolved(value)) return resolved(value, context);
  if (Array.isArray(value)) {
    const items = value.filter((item) => item !== undefined);
    return `[${items.map((item) => expression(item, context)).join(", ")}]`;
  }
  if (typeof value !== "object" || value === null) return String(value);
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .map(([key, item]) => `${quoted(partsOf(key), context)} = ${expression(item, context)}`);
  return `{${entries.join(", ")}}`;
}

/** A token's expression; or of what it gives, where that is no text. */
function resolved(token: unknown, context: IResolveContext): string {
  const value: unknown = context.resolve(token);
  return typeof value === "string" ? value : expression(value, context);
}

const TOKEN = /(\$\{TfToken\[[\w:.-]+\]\}|-\d+(?:\.\d+)?e\+\d+)/;

/** The texts and the tokens that a text consists of. */
function partsOf(text: string): unknown[] {
  const parts = text.split(TOKEN).filter((part) => part !== "");
  return parts.map((part) => {
    const marker = part.startsWith("-") ? Number(part) : part;
    return (TOKEN.test(part) && Tokenization.reverse(marker)[0]) || part;
  });
}

/** Text, or what its one token gives. */
function template(text: string, context: IResolveContext): string {
  const parts = partsOf(text);
  const isToken = Token.isUnresolved(parts[0]) && parts.length === 1;
  return isToken ? resolved(parts[0], context) : quoted(parts, context);
}

function quoted(parts: readonly unknown[], context: IResolveContext): string {
  const texts = parts.map((part, at) => {
    if (typeof part !== "string") return `\${${resolved(part, context)}}`;
    // A mark right before a token's own would make it text.
    return at < parts.length - 1 ? escaped(part).replace(/[$%]$/, '${"$&"}') : escaped(part);
  });
  return `"${texts.join("")}"`;
}

function escaped(text: string): string {
  return literal(text).replace(/[\\"]/g, "\\$&").replace(/\n/g, "\\n").replace(/\r/g, "\\r");
}
