import { Fn, FOR_EXPRESSION_VALUE, forExpression, type IResolvable, Op, Token } from "cdktf";
import { argument } from "./argument";

// Lists as they stand where they are known while the program runs, and Terraform's functions of
// those that only Terraform knows.

/** Whether Terraform alone knows a list, or an item of it. */
export function isUnknown(list: string[]): boolean {
  return Token.isUnresolved(list) || list.some((item) => Token.isUnresolved(item));
}

/** A list; one of a single item where it is empty. */
export function givenOr(list: string[], otherwise: string): string[] {
  if (Token.isUnresolved(list)) return Fn.coalescelist([list, argument([otherwise])]);
  return list.length > 0 ? list : [otherwise];
}

/** The items of several lists: those that stand side by side and are known, in one. */
export function concatenated<Item>(...lists: Item[][]): Item[] {
  const joined: Item[][] = [];
  for (const list of lists) {
    const beside = [joined.at(-1), list].some((it) => it === undefined || Token.isUnresolved(it));
    if (beside) joined.push(list);
    else joined.push([...(joined.pop() as Item[]), ...list]);
  }
  return joined.length > 1 ? Fn.concat(joined.map(argument)) : joined[0];
}

/** What a function makes of each item. */
export function mapped<Result>(list: string[], of: (item: string) => Result): Result[] {
  if (!Token.isUnresolved(list)) return list.map(of);
  const each = forExpression(list, argument(of(Token.asString(FOR_EXPRESSION_VALUE))));
  return Token.asList(each) as Result[];
}

/** Whether a list has no items. */
export function isEmpty(list: string[]): boolean | IResolvable {
  // Of a plain 0 at the right of an operator cdktf makes `undefined`.
  return Token.isUnresolved(list) ? Op.eq(Fn.lengthOf(list), argument(0)) : list.length === 0;
}

/** How many items there are. */
export function lengthOf(list: string[]): number {
  return Token.isUnresolved(list) ? Fn.lengthOf(list) : list.length;
}
