import {
  call,
  conditional,
  dependable,
  FOR_EXPRESSION_KEY,
  FOR_EXPRESSION_VALUE,
  forExpression,
  type IResolvable,
  Lazy,
  OperatorExpression,
  propertyAccess,
  ref,
  type TerraformStack,
  Token,
  Tokenization,
} from "cdktf";
import { type Expression, partsOf, reference } from "./expression";
import { isName, oneLine } from "./one-line";

/** An expression as a token of cdktf: `${…}` in `cdk.tf.json`, and itself for the printer. */
class ExpressionToken implements IResolvable {
  readonly creationStack: string[] = [];

  constructor(readonly expression: Expression) {}

  resolve(): string {
    return `\${${oneLine(this.expression)}}`;
  }

  toString(): string {
    return Token.asString(this);
  }
}

/** Wraps an expression so that it can be given to cdktf; where a string is wanted, by `toString()`. */
export function expressionToken(expression: Expression): IResolvable {
  return new ExpressionToken(expression);
}

/**
 * Says which expression a token of the caller's own class is; undefined if it is of another.
 *
 * @param read reads a part of the token, such as a map that it holds
 */
export type ReadToken = (
  token: IResolvable,
  read: (part: unknown) => Expression,
) => Expression | undefined;

/** What stands for the key and the value of a loop, and what `each` is called in a dynamic block. */
export type Names = { key?: Expression; value?: Expression; each?: string };

/** Where a token stands, and how its parts are read. */
export type TokenPlace = {
  stack: TerraformStack;
  names: Names;
  readOwnToken?: ReadToken;
  /** Reads what stands in the token's place. */
  same(value: unknown): Expression;
  /** Reads a part of an expression. */
  part(value: unknown, names?: Names): Expression;
};

/** Classes that cdktf does not export, got hold of by an instance. */
const Reference = ref("a").constructor;
const FunctionCall = call("a", []).constructor;
const PropertyAccess = propertyAccess("a", []).constructor;
const Conditional = conditional(true, 1, 2).constructor;
const ForLoop = forExpression([], 1).constructor;
const LazyAny = Lazy.anyValue({ produce: () => 1 }).constructor;
const Intrinsic = Token.asAny({}).constructor;
const Dependable = Tokenization.reverse(dependable({ fqn: "a" }))[0].constructor;

/** What the instances of these classes hold, which is private in TypeScript. */
// biome-ignore lint/suspicious/noExplicitAny: each has fields of its own.
type TokenFields = Record<string, any>;

/**
 * Reads a token that cdktf makes for a reference, a function, an operator, a choice or a loop.
 *
 * @throws an error for a token of another class.
 */
export function readToken(token: IResolvable, place: TokenPlace): Expression {
  if (token instanceof ExpressionToken) return token.expression;
  const own = place.readOwnToken?.(token, (part) => place.part(part));
  if (own) return own;
  const fields: TokenFields = token;
  const { part } = place;
  switch (token.constructor) {
    case Reference:
      return readReference(token, fields, place);
    case Dependable:
      return part(fields.dependable.fqn);
    case LazyAny:
      return place.same(fields.producer.produce({ scope: place.stack }));
    case Intrinsic:
      return place.same(fields.value);
    case FunctionCall: {
      const args = unquoted(fields.name, fields.args).map((arg) => part(arg));
      return { kind: "call", name: fields.name, args };
    }
    case Conditional: {
      const [yes, no] = [part(fields.trueValue), part(fields.falseValue)];
      return { kind: "conditional", condition: part(fields.condition), yes, no };
    }
    case ForLoop:
      return readLoop(fields, place);
    case PropertyAccess:
      return fields.args.reduce((of: Expression, step: unknown) => {
        if (step === "*") return { kind: "splat", of };
        if (typeof step === "string" && isName(step)) return { kind: "attribute", of, name: step };
        return { kind: "index", of, key: part(step) };
      }, part(fields.target));
  }
  if (token instanceof OperatorExpression) return readOperation(fields, part);
  throw new Error(
    `holds a token of the class ${token.constructor.name}, which is not printed: ` +
      "give a plain value, a reference, or a function, operator, choice or loop of them",
  );
}

function readReference(token: unknown, it: TokenFields, { names }: TokenPlace): Expression {
  if (token === FOR_EXPRESSION_KEY && names.key) return names.key;
  if (token === FOR_EXPRESSION_VALUE && names.value) return names.value;
  const [, ofEach] = /^each(\.(?:key|value))$/.exec(it.identifier) ?? [];
  return reference(ofEach && names.each ? names.each + ofEach : it.identifier);
}

/** A loop, which names the key only where it is used. */
function readLoop(it: TokenFields, { names, part }: TokenPlace): Expression {
  const body = (within: Names): { key?: Expression; value: Expression } => ({
    key: it.keyExpression === undefined ? undefined : part(it.keyExpression, within),
    value: part(it.valueExpression, within),
  });
  const key = reference("key");
  const both = body({ ...names, key, value: reference("value") });
  const isUsed = [both.key, both.value].some((read) => read && partsOf(read).includes(key));
  const input = part(it.input);
  if (isUsed) return { kind: "for", names: ["key", "value"], input, ...both };
  return { kind: "for", names: ["item"], input, ...body({ ...names, value: reference("item") }) };
}

function readOperation(it: TokenFields, part: TokenPlace["part"]): Expression {
  const left = part(it.left);
  if (it.right === undefined) return { kind: "unary", operator: it.operator, operand: left };
  return { kind: "binary", operator: it.operator, left, right: part(it.right) };
}

/**
 * A function's arguments as they were handed to `Fn`, which puts quotes round the strings that some
 * functions are given, by themselves or in a list, and does not escape what is inside.
 *
 * @see https://github.com/hashicorp/terraform-cdk/blob/v0.21.0/packages/cdktf/lib/functions/helpers.ts
 */
function unquoted(name: string, args: unknown[]): unknown[] {
  // What these encode is handed over as it is.
  if (["jsonencode", "yamlencode"].includes(name)) return args;
  return args.map((arg) => (Array.isArray(arg) ? arg.map(unquote) : unquote(arg)));
}

function unquote(value: unknown): unknown {
  return typeof value === "string" && /^"[\s\S]*"$/.test(value) ? value.slice(1, -1) : value;
}
