import {
  type IResolvable,
  type IResolveContext,
  type TerraformStack,
  Token,
  Tokenization,
} from "cdktf";
import { Construct } from "constructs";
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

/** What an iterator resolves for, which its tokens ask the context. */
type Iteration = IResolveContext["iteratorContext"];

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

  private read(value: unknown, meaning: StringMeaning, iteration?: Iteration): Expression {
    const inner = (part: unknown): Expression => this.read(part, meaning, iteration);
    if (value === null) return { kind: "literal", value };
    if (typeof value === "boolean") return { kind: "literal", value };
    if (typeof value === "string") return this.string(value, meaning, iteration);
    if (typeof value === "number") {
      const token = Tokenization.reverseNumber(value);
      return token ? inner(token) : number(value);
    }
    if (typeof value !== "object") {
      throw new Error(`holds a value of the type ${typeof value}: give a plain value`);
    }
    if (value instanceof Resolved) return value.expression;
    const token = tokenOf(value);
    if (token) return this.token(token, meaning, iteration);
    if (Array.isArray(value)) {
      return { kind: "list", items: value.filter((item) => item !== undefined).map(inner) };
    }
    if (Construct.isConstruct(value)) {
      if ("fqn" in value) return inner(value.fqn);
      throw new Error(`holds the construct ${value.node.path}: give one of its attributes`);
    }
    if (![Object.prototype, null].includes(Object.getPrototypeOf(value))) {
      throw new Error(`holds a ${value.constructor.name}: give a plain value`);
    }
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    return {
      kind: "object",
      entries: entries.map(([key, item]) => ({ key: inner(key), value: inner(item) })),
    };
  }

  private string(value: string, meaning: StringMeaning, iteration?: Iteration): Expression {
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
      this.read(Tokenization.reverse(marker)[0], meaning, iteration);
    if (meaning === "template") return parseTemplate(source, readToken);
    const read = meaning === "argument" ? argumentText : (part: string) => part;
    return template(
      source
        .split(new RegExp(`(${STRING_TOKEN.source})`))
        .map((part) => (STRING_TOKEN.test(part) ? readToken(part) : read(part))),
    );
  }

  private token(token: IResolvable, meaning: StringMeaning, iteration?: Iteration): Expression {
    const argument = (part: unknown): Expression => this.read(part, "argument", iteration);
    const read = readExpressionToken(token, this.stack, argument);
    return read ?? this.read(token.resolve(this.context(meaning, iteration)), meaning, iteration);
  }

  /** What a token of another kind (a `Lazy`, say) may ask for while it resolves itself. */
  private context(meaning: StringMeaning, iteration?: Iteration): IResolveContext {
    const context: IResolveContext = {
      scope: this.stack,
      preparing: false,
      suppressBraces: false,
      ignoreEscapes: false,
      warnEscapes: false,
      iteratorContext: iteration,
      registerPostProcessor: () => {
        throw new Error("holds a token that post-processes its value, which cannot be printed");
      },
      resolve: (value) => {
        if (value === undefined) return undefined;
        const expression = this.read(value, meaning, context.iteratorContext);
        const isPlain = expression.kind === "literal";
        return isPlain ? expression.value : new Resolved(expression);
      },
    };
    return context;
  }
}

/** An expression on its way through the `resolve` of a foreign token. */
class Resolved {
  constructor(readonly expression: Expression) {}
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
