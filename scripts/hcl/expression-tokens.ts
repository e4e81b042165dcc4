import {
  call,
  conditional,
  dependable,
  type IResolvable,
  type ITerraformDependable,
  OperatorExpression,
  propertyAccess,
  rawString,
  ref,
  type TerraformStack,
  Tokenization,
} from "cdktf";
import { type Expression, text } from "./expression";
import { unquoteArguments } from "./function-arguments";
import { parseExpression } from "./parse";

/** Classes that cdktf does not export, got hold of by an instance. */
const Reference = ref("a").constructor;
const FunctionCall = call("a", []).constructor;
const PropertyAccess = propertyAccess("a", []).constructor;
const Conditional = conditional(true, 1, 2).constructor;
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
};

/** Reads a part of a token. */
type Part = (value: unknown) => Expression;

/**
 * Reads a token that cdktf makes for a reference, a function, an operator or a choice.
 *
 * @throws an error for a token of another class.
 */
export function readExpressionToken(
  token: IResolvable,
  stack: TerraformStack,
  part: Part,
): Expression {
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
      return fields.args.reduce(
        (of: Expression, step) => access(of, step, part),
        part(fields.target),
      );
  }
  if (token instanceof OperatorExpression) return operation(fields, part);
  throw new Error(
    `holds a token of the class ${token.constructor.name}, which is not printed: ` +
      "give a plain value, a reference, or a function, operator or choice of them",
  );
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

function access(of: Expression, step: unknown, part: Part): Expression {
  if (step !== "*") return { kind: "index", of, key: part(step) };
  throw new Error("holds a splat, which is not printed: write ${[for item in list : item.id]}");
}
