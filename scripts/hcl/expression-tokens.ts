import {
  call,
  conditional,
  dependable,
  forExpression,
  type IResolvable,
  type ITerraformDependable,
  OperatorExpression,
  propertyAccess,
  rawString,
  ref,
  type TerraformStack,
  Tokenization,
} from "cdktf";
import { Construct } from "constructs";
import { type Expression, text, walk } from "./expression";
import { unquoteArguments } from "./function-arguments";
import { parseExpression } from "./parse";

/** Classes that cdktf does not export, got hold of by an instance. */
const Reference = ref("a").constructor;
const FunctionCall = call("a", []).constructor;
const PropertyAccess = propertyAccess("a", []).constructor;
const Conditional = conditional(true, 1, 2).constructor;
const ForExpression = forExpression([], 1).constructor;
const RawString = rawString("a").constructor;
const Dependable = Tokenization.reverse(dependable({ fqn: "a" }))[0].constructor;

/** What the instances of these classes hold; private in TypeScript. */
type ExpressionFields = {
  identifier: string;
  originStack?: TerraformStack;
  dependable: ITerraformDependable;
  str: string;
  name: string;
  args: unknown[];
  condition: unknown;
  trueValue: unknown;
  falseValue: unknown;
  operator: string;
  left: unknown;
  right?: unknown;
  target: unknown;
  input: unknown;
  valueExpression: unknown;
  keyExpression?: unknown;
};

/** The names that cdktf gives to the two loop variables of every for expression. */
const FOR_KEY = "key";
const FOR_VALUE = "val";

/** Reads a part of a token. */
type Part = (value: unknown) => Expression;

/** A token that cdktf makes for references, functions and operators; nothing for other tokens. */
export function readExpressionToken(
  token: IResolvable,
  stack: TerraformStack,
  part: Part,
): Expression | undefined {
  const fields = token as unknown as ExpressionFields;
  switch (token.constructor) {
    case Reference:
      return reference(fields, stack, part);
    case Dependable:
      return part(fields.dependable.fqn);
    case RawString:
      return text(fields.str);
    case FunctionCall: {
      const args = unquoteArguments(fields.name, fields.args);
      return { kind: "call", name: fields.name, args: args.map(part) };
    }
    case Conditional: {
      const [yes, no] = [part(fields.trueValue), part(fields.falseValue)];
      return { kind: "conditional", condition: part(fields.condition), yes, no };
    }
    case PropertyAccess:
      return access(fields, part);
    case ForExpression:
      return loop(fields, part);
  }
  return token instanceof OperatorExpression ? operation(fields, part) : undefined;
}

function reference(it: ExpressionFields, stack: TerraformStack, part: Part): Expression {
  if (it.originStack && it.originStack !== stack) {
    throw new Error(
      `refers to ${it.identifier} of the stack ${it.originStack.node.path}; ` +
        "only references within one stack can be printed",
    );
  }
  return parseExpression(it.identifier, part);
}

function operation(it: ExpressionFields, part: Part): Expression {
  const left = part(it.left);
  if (it.right === undefined) return { kind: "unary", operator: it.operator, operand: left };
  return { kind: "binary", operator: it.operator, left, right: part(it.right) };
}

function access(it: ExpressionFields, part: Part): Expression {
  const target = Construct.isConstruct(it.target) ? (it.target as { fqn?: string }).fqn : it.target;
  return it.args.reduce((of: Expression, step): Expression => {
    if (step === "*") return { kind: "splat", of, style: "[*]" };
    const key = part(step);
    const isName =
      key.kind === "literal" && typeof key.value === "string" && /^[A-Za-z_]\w*$/.test(key.value);
    return isName
      ? { kind: "attribute", of, name: key.value as string }
      : { kind: "index", of, key };
  }, part(target));
}

function loop(it: ExpressionFields, part: Part): Expression {
  const value = part(it.valueExpression);
  const key = it.keyExpression ? part(it.keyExpression) : undefined;
  const used = new Set<string>();
  for (const result of key ? [key, value] : [value]) {
    walk(result, (piece) => piece.kind === "root" && used.add(piece.name));
  }
  const names = used.has(FOR_KEY) ? [FOR_KEY, FOR_VALUE] : [FOR_VALUE];
  return { kind: "for", names, input: part(it.input), key, value };
}
