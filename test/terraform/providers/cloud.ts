import { createHash } from "node:crypto";
import type { ObjectValue } from "./value";

/** Something that was done to an object. */
export interface Happening {
  readonly action: "create" | "update" | "delete";
  readonly type: string;
  readonly id: string;
}

/** The objects that exist: what was applied, or declared to be there before. */
export class Cloud {
  private readonly objects = new Map<string, ObjectValue>();
  /** What was done, in order. */
  readonly history: Happening[] = [];
  private readonly made = new Map<string, number>();

  /** Finds an object by its type and the name that `terraform import` knows it by. */
  get(type: string, id: string): ObjectValue | undefined {
    return this.objects.get(`${type} ${id}`);
  }

  /** The objects of a type. */
  all(type: string): readonly ObjectValue[] {
    return [...this.objects]
      .filter(([key]) => key.startsWith(`${type} `))
      .map(([, state]) => state);
  }

  /** Adds an object that was there before. */
  declare(type: string, id: string, state: ObjectValue): void {
    this.objects.set(`${type} ${id}`, state);
  }

  /** Creates an object, or replaces what is known of it. */
  put(type: string, id: string, state: ObjectValue): void {
    const action = this.get(type, id) ? "update" : "create";
    this.history.push({ action, type, id });
    this.declare(type, id, state);
  }

  delete(type: string, id: string): void {
    this.history.push({ action: "delete", type, id });
    this.objects.delete(`${type} ${id}`);
  }

  /**
   * Makes an identifier such as `fs-0c5fa3f2e1d4b6a78` from what the object is made of.
   *
   * Of equal objects each gets its own.
   */
  identifier(prefix: string, seed: unknown): string {
    const text = `${prefix} ${JSON.stringify(seed)}`;
    const count = this.made.get(text) ?? 0;
    this.made.set(text, count + 1);
    const digest = createHash("sha256").update(`${text} ${count}`).digest("hex");
    return `${prefix}-0${digest.slice(0, 16)}`;
  }
}
