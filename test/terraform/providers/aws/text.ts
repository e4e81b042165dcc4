import type { Value } from "../value";

/** A string as it is; an empty one for what is null or not known. */
export function text(value: Value | undefined): string {
  return typeof value === "string" ? value : "";
}
