import {
  FOR_EXPRESSION_KEY,
  FOR_EXPRESSION_VALUE,
  forExpression,
  type IResolvable,
  type IResolveContext,
  Token,
} from "cdktf";
import { argument } from "./argument";

/**
 * The entries of a map that have a value: an optional input of a module is null
 * where it is left out, which is known to Terraform only.
 */
export class NonNullEntries implements IResolvable {
  public readonly creationStack: string[] = [];

  constructor(public readonly map: Readonly<Record<string, unknown>>) {}

  public resolve(context: IResolveContext): string {
    const all: string = forExpression(
      argument(this.map),
      FOR_EXPRESSION_VALUE,
      FOR_EXPRESSION_KEY,
    ).resolve(context);
    return all.replace(/ (\}+)$/, " if val != null $1");
  }
}

/** A map without the entries that have no value; as it stands where all are known while the program runs. */
export function nonNull(map: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const given = Object.fromEntries(
    Object.entries(map).filter(([, value]) => value !== undefined && value !== null),
  );
  return Object.values(given).some(Token.isUnresolved)
    ? (Token.asAnyMap(new NonNullEntries(given)) as Record<string, unknown>)
    : given;
}
