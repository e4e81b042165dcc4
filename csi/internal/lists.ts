import { Fn, FOR_EXPRESSION_VALUE, forExpression, Token } from "cdktf";

// Lists as they stand where they are known while the program runs, and Terraform's functions of
// those that only Terraform knows.

/** A list; one of a single item where it is empty. */
export function givenOr(list: string[], otherwise: string): string[] {
  if (Token.isUnresolved(list)) return Fn.coalescelist([list, [otherwise]]);
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
  return joined.length > 1 ? Fn.concat(joined) : joined[0];
}

/** What a function makes of each item. */
export function mapped<Result>(list: string[], of: (item: string) => Result): Result[] {
  if (!Token.isUnresolved(list)) return list.map(of);
  const each = forExpression(list, of(Token.asString(FOR_EXPRESSION_VALUE)));
  return Token.asList(each) as Result[];
}

/** How many items there are. */
export function lengthOf(list: string[]): number {
  return Token.isUnresolved(list) ? Fn.lengthOf(list) : list.length;
}
