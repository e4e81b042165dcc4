import type { Values } from "./plan";

/** The part of a state file (version 4) that is read here. */
interface StateFile {
  readonly outputs: Readonly<Record<string, { readonly value: unknown }>>;
  readonly resources: readonly {
    readonly module?: string;
    readonly mode: "managed" | "data";
    readonly type: string;
    readonly name: string;
    readonly instances: readonly {
      readonly index_key?: string | number;
      readonly attributes: Values;
    }[];
  }[];
}

/**
 * A state file in which modules stand again under further names. For plans alone: the copies are of
 * the same objects.
 */
export function withCopies(
  text: string,
  copies: readonly (readonly [from: string, to: string])[],
): string {
  const file = JSON.parse(text) as StateFile;
  const copied = copies.flatMap(([from, to]) => {
    const resources = file.resources.filter(({ module }) => module === `module.${from}`);
    const named = JSON.stringify(resources).replaceAll(`"module.${from}`, `"module.${to}`);
    return JSON.parse(named);
  });
  return JSON.stringify({ ...file, resources: [...file.resources, ...copied] });
}

/**
 * What exists after an apply.
 *
 * Read from the state file itself: `terraform show -json` costs another process for each apply.
 */
export class State {
  readonly outputs: Values;
  /** Values by address, data sources included. */
  readonly resources: ReadonlyMap<string, Values>;

  constructor(text: string) {
    const { outputs, resources } = JSON.parse(text) as StateFile;
    this.outputs = Object.fromEntries(
      Object.entries(outputs).map(([name, { value }]) => [name, value]),
    );
    this.resources = new Map(
      resources.flatMap(({ module, mode, type, name, instances }) => {
        const address = [module, mode === "data" ? "data" : undefined, type, name];
        const base = address.filter(Boolean).join(".");
        return instances.map(({ index_key: key, attributes }) => [
          key === undefined ? base : `${base}[${JSON.stringify(key)}]`,
          attributes,
        ]);
      }),
    );
  }

  /** The values of the resource at an address, which must be there. */
  values(address: string): Values {
    const found = this.resources.get(address);
    if (found) return found;
    const known = [...this.resources.keys()].join(", ");
    throw new Error(`the state has no "${address}", only: ${known}`);
  }
}
