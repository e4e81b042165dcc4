import type { Diagnostic } from "./diagnostics";

/** Stands for a value that is known only after the apply. */
export const knownAfterApply = Symbol("known after apply");

/** What a plan does to one resource. */
export type Action = "no-op" | "create" | "update" | "replace" | "delete" | "read" | "forget";

/** A planned change of a resource or data source. */
export interface Change {
  readonly address: string;
  readonly action: Action;
  /** Its values now; null before it exists. */
  readonly before: Values | null;
  /** Its values then, `knownAfterApply` where they are not known; null when it is gone. */
  readonly after: Values | null;
  /** What makes it a replacement. */
  readonly replacedBy: readonly string[];
  /** Whether an existing object is taken over. */
  readonly imports: boolean;
}

/** Values by the names of the arguments and attributes. */
// biome-ignore lint/suspicious/noExplicitAny: what a test reads from a plan has the test's type.
export type Values = Record<string, any>;

interface JsonChange {
  readonly actions: readonly string[];
  readonly before: Values | null;
  readonly after: Values | null;
  readonly after_unknown: unknown;
  readonly replace_paths?: readonly (readonly (string | number)[])[];
  readonly importing?: object;
}

/** A plan as `terraform show -json` prints it. */
export interface PlanJson {
  readonly resource_changes?: readonly { readonly address: string; readonly change: JsonChange }[];
  readonly output_changes?: Readonly<Record<string, JsonChange>>;
  readonly [name: string]: unknown;
}

/** What Terraform would do. */
export class Plan {
  /** Changes by address, those that do nothing included. */
  readonly changes: ReadonlyMap<string, Change>;

  constructor(
    /** All of it, in the form of `terraform show -json`. */
    readonly json: PlanJson,
    /** Warnings that came with it. */
    readonly warnings: readonly Diagnostic[],
    /** Where it lies. */
    readonly file: string,
  ) {
    this.changes = new Map(
      (json.resource_changes ?? []).map(({ address, change }) => [
        address,
        changeOf(address, change),
      ]),
    );
  }

  /** The change of the resource at an address, which must be there. */
  change(address: string): Change {
    const found = this.changes.get(address);
    if (found) return found;
    const known = [...this.changes.keys()].join(", ");
    throw new Error(`the plan has no "${address}", only: ${known}`);
  }

  /** The values a resource will have. */
  after(address: string): Values {
    return this.change(address).after ?? {};
  }

  /** What happens to whom, without what stays as it is. */
  get actions(): Record<string, Action> {
    const changed = [...this.changes.values()].filter(({ action }) => action !== "no-op");
    return Object.fromEntries(changed.map(({ address, action }) => [address, action]));
  }

  /** The values the outputs will have. */
  get outputs(): Values {
    const changes = Object.entries(this.json.output_changes ?? {});
    return Object.fromEntries(
      changes.map(([name, { after, after_unknown: unknown }]) => [name, merge(after, unknown)]),
    );
  }

  /** Whether nothing changes, outputs included. */
  get isEmpty(): boolean {
    const outputs = Object.values(this.json.output_changes ?? {});
    return (
      Object.keys(this.actions).length === 0 &&
      outputs.every(({ actions }) => actions[0] === "no-op")
    );
  }
}

function changeOf(address: string, change: JsonChange): Change {
  const { actions, before, after, after_unknown: unknown } = change;
  return {
    address,
    action: actions.length > 1 ? "replace" : (actions[0] as Action),
    before,
    after: after && (merge(after, unknown) as Values),
    replacedBy: (change.replace_paths ?? []).map((path) => path.join(".")),
    imports: change.importing !== undefined,
  };
}

/** Puts `knownAfterApply` where Terraform's mask of unknown values is true. */
function merge(value: unknown, mask: unknown): unknown {
  if (mask === true) return knownAfterApply;
  if (Array.isArray(mask)) {
    const items = Array.isArray(value) ? value : [];
    const length = Math.max(items.length, mask.length);
    return Array.from({ length }, (_, index) => merge(items[index], mask[index]));
  }
  if (typeof mask !== "object" || mask === null) return value;
  const known = typeof value === "object" && value !== null ? value : {};
  return {
    ...known,
    ...Object.fromEntries(
      Object.entries(mask).map(([name, part]) => [name, merge((known as Values)[name], part)]),
    ),
  };
}
