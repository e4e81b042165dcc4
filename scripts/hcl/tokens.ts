import { type IResolvable, type TerraformStack, Token, Tokenization } from "cdktf";
import { type Expression, template, walk } from "./expression";
import { readExpressionToken } from "./expression-tokens";
import { argumentText } from "./function-arguments";
import { numberText } from "./literals";
import { parseExpression, parseTemplate } from "./parse";

/**
 * What a string without tokens means at some place:
 * `template` is Terraform's JSON syntax (`${…}` is an expression), as in an element's argument;
 * `argument` is text handed to a function or operator;
 * `text` is what Terraform takes as it stands, such as a variable's description.
 */
type StringMeaning = "template" | "argument" | "text";

const STRING_TOKEN = /\$\{TfToken\[[\w:.-]+\]\}/;
const NUMBER_TOKEN = /-\d+(?:\.\d+)?e\+\d+/g;

/**
 * Reads the values in cdktf's element trees, tokens included, as HCL expressions.
 *
 * Tokens are not resolved to text by cdktf, which escapes strings in functions wrongly, but taken
 * apart, so that what comes out is a tree to its leaves.
 */
export class ValueReader {
  constructor(private readonly stack: TerraformStack) {}

  /** An argument's value: its strings may hold `${…}` expressions. */
  value(value: unknown): Expression {
    return this.read(value, "template");
  }

  /** A value that Terraform takes literally, such as a variable's default. */
  literal(value: unknown): Expression {
    const read = this.read(value, "text");
    walk(read, (part) => {
      if (!["literal", "number", "list", "object", "unary"].includes(part.kind)) {
        throw new Error("holds a token where Terraform allows a literal only: give a plain value");
      }
    });
    return read;
  }

  /** A bare reference, such as an entry of `depends_on`, also where it is given as a plain string. */
  reference(value: unknown): Expression {
    const read = this.value(value);
    return read.kind === "literal" && typeof read.value === "string"
      ? parseExpression(read.value)
      : read;
  }

  private read(value: unknown, meaning: StringMeaning): Expression {
    const inner = (part: unknown): Expression => this.read(part, meaning);
    if (value === null || typeof value === "boolean") return { kind: "literal", value };
    if (typeof value === "string") return this.string(value, meaning);
    if (typeof value === "number") {
      const token = Tokenization.reverseNumber(value);
      return token ? inner(token) : number(value);
    }
    if (typeof value !== "object") {
      throw new Error(`holds a value of the type ${typeof value}: give a plain value`);
    }
    const token = tokenOf(value);
    if (token) {
      return readExpressionToken(token, this.stack, (part) => this.read(part, "argument"));
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

  private string(value: string, meaning: StringMeaning): Expression {
    if (value === Token.STRING_MAP_TOKEN_VALUE || /[#&]\{TfToken\[/.test(value)) {
      throw new Error(
        "holds a list or map token as a string: hand over the list or map as a whole",
      );
    }
    const source = value.replace(NUMBER_TOKEN, (match) => {
      const token = Tokenization.reverseNumber(Number.parseFloat(match));
      return token ? Token.asString(token) : match;
    });
    const readToken = (marker: string): Expression =>
      this.read(Tokenization.reverse(marker)[0], meaning);
    if (meaning === "template") return parseTemplate(source, readToken);
    const read = meaning === "argument" ? argumentText : (part: string) => part;
    return template(
      source
        .split(new RegExp(`(${STRING_TOKEN.source})`))
        .map((part) => (STRING_TOKEN.test(part) ? readToken(part) : read(part))),
    );
  }
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

function number(value: number): Expression {
  if (value === Token.NUMBER_MAP_TOKEN_VALUE) {
    throw new Error("holds the value of a map token: hand over the map as a whole");
  }
  const digits: Expression = { kind: "number", text: numberText(Math.abs(value)) };
  return value < 0 ? { kind: "unary", operator: "-", operand: digits } : digits;
}
