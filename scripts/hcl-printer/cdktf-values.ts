import { type IResolvable, type TerraformStack, Token, Tokenization } from "cdktf";
import { type Names, type ReadToken, readToken } from "./cdktf-tokens";
import { type Expression, literal, partsOf, reference, template } from "./expression";

/**
 * What a string without tokens means at some place:
 * `template` is Terraform's JSON syntax, as in an element's argument;
 * `argument` is text handed to a function or operator;
 * `text` is what Terraform takes as it stands, such as a variable's description.
 */
type StringMeaning = "template" | "argument" | "text";

const STRING_TOKEN = /(\$\{TfToken\[[\w:.-]+\]\})/;
const NUMBER_TOKEN = /-\d+(?:\.\d+)?e\+\d+/g;

/**
 * Reads the values in cdktf's element trees, tokens included, as HCL expressions.
 *
 * Tokens are not resolved to text by cdktf, which escapes strings in functions wrongly, but taken
 * apart, so that what comes out is a tree to its leaves.
 */
export class ValueReader {
  constructor(
    private readonly stack: TerraformStack,
    private readonly readOwnToken?: ReadToken,
  ) {}

  /** An argument's value. */
  value(value: unknown, names: Names = {}): Expression {
    return this.read(value, "template", names);
  }

  /** A value that Terraform takes literally, such as a variable's default. */
  literal(value: unknown): Expression {
    const read = this.read(value, "text", {});
    const isLiteral = ({ kind }: Expression): boolean =>
      ["literal", "number", "list", "object", "unary"].includes(kind);
    if (!partsOf(read).every(isLiteral)) {
      throw new Error("holds a token where Terraform allows a literal only: give a plain value");
    }
    return read;
  }

  /** A bare reference or a type, also where it is given as a plain string. */
  reference(value: unknown): Expression {
    const read = this.value(value);
    return read.kind === "literal" ? reference(String(read.value)) : read;
  }

  /** A list of bare references, such as `depends_on`; nothing if it is empty. */
  references(list: readonly unknown[] = []): Expression | undefined {
    if (list.length === 0) return undefined;
    return { kind: "list", items: list.map((item) => this.reference(item)) };
  }

  private read(value: unknown, meaning: StringMeaning, names: Names): Expression {
    const inner = (part: unknown): Expression => this.read(part, meaning, names);
    if (value === null || typeof value === "boolean") return literal(value);
    if (typeof value === "string") return string(value, meaning, inner);
    if (typeof value === "number") {
      if (value === Token.NUMBER_MAP_TOKEN_VALUE) {
        throw new Error("holds the value of a map token: hand over the map as a whole");
      }
      const token = Tokenization.reverseNumber(value);
      return token ? inner(token) : literal(value);
    }
    if (typeof value !== "object") {
      throw new Error(`holds a value of the type ${typeof value}: give a plain value`);
    }
    const token = tokenOf(value);
    if (token) {
      return readToken(token, {
        stack: this.stack,
        names,
        readOwnToken: this.readOwnToken,
        same: inner,
        part: (part, within = names) => this.read(part, "argument", within),
      });
    }
    if (Array.isArray(value)) {
      return { kind: "list", items: value.filter((item) => item !== undefined).map(inner) };
    }
    if (![Object.prototype, null].includes(Object.getPrototypeOf(value))) {
      throw new Error(`holds a ${value.constructor.name}: give a plain value, or an attribute`);
    }
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    return {
      kind: "object",
      entries: entries.map(([key, item]) => ({ key: inner(key), value: inner(item) })),
    };
  }
}

function string(
  value: string,
  meaning: StringMeaning,
  inner: (token: IResolvable) => Expression,
): Expression {
  if (value === Token.STRING_MAP_TOKEN_VALUE || /[#&]\{TfToken\[/.test(value)) {
    throw new Error("holds a list or map token as a string: hand over the list or map as a whole");
  }
  const source = value.replace(NUMBER_TOKEN, (match) => {
    const token = Tokenization.reverseNumber(Number.parseFloat(match));
    return token ? Token.asString(token) : match;
  });
  return template(
    ...source
      .split(STRING_TOKEN)
      .map((part, at) =>
        at % 2 === 1 ? inner(Tokenization.reverse(part)[0]) : textOf(part, meaning),
      ),
  );
}

/** What a string without tokens says; HCL in it would have to be parsed, so it is refused. */
function textOf(value: string, meaning: StringMeaning): string {
  if (meaning === "text") return value;
  if (meaning === "template") {
    return value.replace(/([$%])\1\{|[$%]\{/g, (mark) =>
      mark.length === 3 ? mark.slice(1) : refuse(value, mark, `write ${mark[0]}${mark} for it`),
    );
  }
  // cdktf takes `${` here for text, and leaves it to Terraform to read backslashes and `%{`.
  const [doubtful] = /\\|[$%]\{/.exec(value) ?? [];
  return doubtful === undefined
    ? value
    : refuse(value, doubtful, "give expressionToken(literal(text))");
}

function refuse(value: string, mark: string, mend: string): never {
  throw new Error(
    `the string ${JSON.stringify(value)} holds ${mark}, which may mean itself or more: ${mend}, ` +
      'a token such as ref("path.module") for a reference, or expressionToken(expression)',
  );
}

function tokenOf(value: object): IResolvable | undefined {
  if (Tokenization.isResolvable(value)) return value;
  if (Array.isArray(value)) {
    if (value.length !== 1) return undefined;
    if (typeof value[0] === "string") return Tokenization.reverseList(value);
    if (typeof value[0] === "number") return Tokenization.reverseNumberList(value);
    return undefined;
  }
  const keys = Object.keys(value);
  return keys.length === 1 && keys[0].startsWith("&{TfToken[")
    ? Tokenization.reverseMap(value)
    : undefined;
}
