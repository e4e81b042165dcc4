import type { Argument, Group } from "./body";
import { type Expression, walk } from "./expression";

/** Something that has an address, and refers to other addresses. */
export type Referrer = { kind: string; address: string; references: Set<string> };

/**
 * Elements in the order of construction, but each after what it refers to, and a local right before
 * the first element that refers to it.
 */
export function orderByDependency<T extends Referrer>(elements: T[]): T[] {
  const byAddress = new Map(elements.map((element) => [element.address, element]));
  const used = new Set(elements.flatMap(({ references }) => [...references]));
  const ordered: T[] = [];
  const visited = new Set<T>();
  const add = (element: T): void => {
    if (visited.has(element)) return;
    visited.add(element);
    for (const address of element.references) {
      const needed = byAddress.get(address);
      if (needed) add(needed);
    }
    ordered.push(element);
  };
  for (const element of elements) {
    if (element.kind !== "local" || !used.has(element.address)) add(element);
  }
  for (const element of elements) add(element);
  return ordered;
}

/** The addresses that these arguments and blocks may refer to, such as `local.tags`. */
export function referencesIn(parts: (Group | Argument)[]): Set<string> {
  const addresses = new Set<string>();
  for (const expression of parts.flatMap(expressionsIn)) {
    walk(expression, (part) => {
      const path = pathOf(part);
      if (path) addresses.add(path);
    });
  }
  return addresses;
}

function expressionsIn(part: Group | Argument): Expression[] {
  if (Array.isArray(part)) return part.map(({ value }) => value);
  return "groups" in part ? part.groups.flatMap(expressionsIn) : [part.value];
}

/** `a.b.c` as text, if the expression is no more than that. */
function pathOf(expression: Expression): string | undefined {
  if (expression.kind === "root") return expression.name;
  if (expression.kind !== "attribute") return undefined;
  const of = pathOf(expression.of);
  return of && `${of}.${expression.name}`;
}
