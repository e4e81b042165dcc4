import {
  BINARY_OPERATORS,
  type Expression,
  type ForExpression,
  type ObjectEntry,
  template,
  text,
} from "./expression";
import { Scanner } from "./scanner";

/** Turns a token marker in a string, `${TfToken[…]}`, into the expression that it stands for. */
export type TokenReader = (marker: string) => Expression;

const TOKEN = /\$\{TfToken\[[\w:.-]+\]\}/y;
const NAME = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;
const NUMBER = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
/** A name as an object's key, where `true` and `null` are names like others. */
const BARE_KEY = /[\p{ID_Start}_][\p{ID_Continue}-]*(?=\s*(?:=(?!=)|:))/uy;
const SPLAT = /\[\*\]|\.\*/y;
const DOTS = /\s*\.\.\./y;
const OBJECT_FOR = /\{\s*for\s/y;
const DIRECTIVE = /%\{~?\s*(?:if|else|endif|for|endfor)\b/y;
const ESCAPE = /\\(?:([nrt"\\])|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))/y;
const CONTROL: Record<string, string> = { n: "\n", r: "\r", t: "\t", '"': '"', "\\": "\\" };

/** Reads the text of one HCL expression, such as `length(var.ids) > 0`. */
export function parseExpression(source: string, readToken?: TokenReader): Expression {
  return new Parser(source, readToken).whole();
}

/**
 * Reads a string of Terraform's JSON syntax, which is what every string of cdktf is: text with
 * `${…}` for expressions, `$${` and `%%{` for the characters themselves.
 *
 * @see https://developer.hashicorp.com/terraform/language/syntax/json#expression-mapping
 */
export function parseTemplate(source: string, readToken?: TokenReader): Expression {
  return new Parser(source, readToken).template("end");
}

class Parser extends Scanner {
  constructor(
    source: string,
    private readonly readToken: TokenReader = (marker) => {
      throw new Error(`holds the token ${marker}, which cannot be printed here`);
    },
  ) {
    super(source);
  }

  /** The whole source as one expression. */
  whole(): Expression {
    const expression = this.expression();
    this.expectEnd();
    return expression;
  }

  /** Text and interpolations up to the end of the source or a closing quote. */
  template(until: "end" | "quote"): Expression {
    const parts: (string | Expression)[] = [];
    for (;;) {
      const rest = this.source[this.at];
      if (rest === undefined) {
        if (until === "quote") this.fail('a closing "');
        return template(parts);
      }
      if (until === "quote" && rest === '"') {
        this.at++;
        return template(parts);
      }
      parts.push(this.templatePart(until));
    }
  }

  private templatePart(until: "end" | "quote"): string | Expression {
    for (const doubled of ["$${", "%%{"]) {
      if (doubled === "$${" && this.match(TOKEN, 1)) continue;
      if (this.takeText(doubled)) return doubled.slice(1);
    }
    const marker = this.take(TOKEN);
    if (marker) return this.readToken(marker);
    if (this.takeText("${")) {
      const inside = this.expression();
      this.expect("}");
      return inside;
    }
    this.refuse(
      DIRECTIVE,
      "a template directive",
      "use Fn.conditional for a choice, or %%{ for the two characters themselves",
    );
    if (until === "quote" && this.source[this.at] === "\\") {
      const [sequence, control, short, long] = this.match(ESCAPE) ?? this.fail("an HCL escape");
      this.at += sequence.length;
      return control ? CONTROL[control] : String.fromCodePoint(Number.parseInt(short ?? long, 16));
    }
    return this.source[this.at++];
  }

  private expression(): Expression {
    const condition = this.binary(0);
    if (!this.takeSymbol("?")) return condition;
    const yes = this.expression();
    this.expect(":");
    return { kind: "conditional", condition, yes, no: this.expression() };
  }

  private binary(level: number): Expression {
    if (level === BINARY_OPERATORS.length) return this.unary();
    let left = this.binary(level + 1);
    for (;;) {
      const operator = BINARY_OPERATORS[level].find((candidate) => this.takeSymbol(candidate));
      if (!operator) return left;
      left = { kind: "binary", operator, left, right: this.binary(level + 1) };
    }
  }

  private unary(): Expression {
    for (const operator of ["!", "-"]) {
      if (this.takeSymbol(operator)) return { kind: "unary", operator, operand: this.unary() };
    }
    return this.postfix(this.primary());
  }

  private postfix(start: Expression): Expression {
    let of = start;
    for (;;) {
      this.refuse(SPLAT, "a splat", "write [for item in list : item.id]");
      this.refuse(DOTS, "a list spread by ...", "give each argument by itself");
      if (this.takeText("[")) {
        of = { kind: "index", of, key: this.expression() };
        this.expect("]");
      } else if (this.takeText(".")) {
        of = { kind: "attribute", of, name: this.name() };
      } else {
        return of;
      }
    }
  }

  private primary(): Expression {
    this.takeSpace();
    const marker = this.take(TOKEN);
    if (marker) return this.readToken(marker);
    if (this.takeText("(")) {
      const inside = this.expression();
      this.expect(")");
      return inside;
    }
    if (this.takeText('"')) return this.template("quote");
    this.refuse(OBJECT_FOR, "a loop that makes an object", "use zipmap(keys, values)");
    if (this.takeText("[")) return this.loop() ?? { kind: "list", items: this.items("]") };
    if (this.takeText("{")) return this.object();
    const number = this.take(NUMBER);
    if (number) return { kind: "number", text: number };
    return this.named(this.name());
  }

  private named(name: string): Expression {
    if (name === "true" || name === "false") return { kind: "literal", value: name === "true" };
    if (name === "null") return { kind: "literal", value: null };
    return this.takeText("(")
      ? { kind: "call", name, args: this.items(")") }
      : { kind: "root", name };
  }

  /** What stands between brackets, with commas between; there may be one at the end. */
  private items(close: string): Expression[] {
    const items: Expression[] = [];
    while (!this.takeSymbol(close)) {
      items.push(this.expression());
      if (!this.takeSymbol(",")) {
        this.expect(close);
        break;
      }
    }
    return items;
  }

  private object(): Expression {
    const entries: ObjectEntry[] = [];
    while (!this.takeSymbol("}")) {
      this.takeSpace();
      const name = this.take(BARE_KEY);
      const key = name === undefined ? this.expression() : text(name);
      if (!this.takeSymbol("=")) this.expect(":");
      entries.push({ key, value: this.expression() });
      this.takeSymbol(",");
    }
    return { kind: "object", entries };
  }

  private loop(): Expression | undefined {
    this.takeSpace();
    if (!this.take(/for\s/y)) return undefined;
    const name = this.name();
    this.keyword("in");
    const input = this.expression();
    this.expect(":");
    const loop: ForExpression = { kind: "for", name, input, value: this.expression() };
    if (this.match(/\s*if\b/y)) {
      this.keyword("if");
      loop.condition = this.expression();
    }
    this.expect("]");
    return loop;
  }

  private name(): string {
    this.takeSpace();
    return this.take(NAME) ?? this.fail("an expression");
  }

  private keyword(word: string): void {
    if (this.name() !== word) this.fail(`"${word}"`);
  }
}
