import type { Group } from "./block";
import { type Expression, partsOf } from "./expression";

/** Something that has an address, and refers to other addresses. */
export type Referrer = { address: string; references: Set<string> };

/** Elements in the order of construction, but each after what it refers to. */
export function orderByDependency<T extends Referrer>(elements: T[]): T[] {
  const byAddress = new Map(elements.map((element) => [element.address, element]));
  const ordered = new Set<T>();
  const visited = new Set<T>();
  const add = (element: T): void => {
    if (visited.has(element)) return;
    visited.add(element);
    for (const address of element.references) {
      const needed = byAddress.get(address);
      if (needed) add(needed);
    }
    ordered.add(element);
  };
  for (const element of elements) add(element);
  return [...ordered];
}

/** The addresses that a block's groups may refer to, such as `local.tags`. */
export function referencesIn(groups: Group[]): Set<string> {
  const paths = groups.flatMap(expressionsIn).flatMap(partsOf).map(pathOf);
  return new Set(paths.filter((path) => path !== undefined));
}

function expressionsIn(group: Group): Expression[] {
  return Array.isArray(group)
    ? group.map(({ value }) => value)
    : group.groups.flatMap(expressionsIn);
}

/** `a.b.c` as text, if the expression is no more than that. */
function pathOf(expression: Expression): string | undefined {
  if (expression.kind === "root") return expression.name;
  if (expression.kind !== "attribute") return undefined;
  const of = pathOf(expression.of);
  return of && `${of}.${expression.name}`;
}
