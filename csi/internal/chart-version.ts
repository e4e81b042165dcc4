import { Token } from "cdktf";

/** Whether a chart's version comes before another; it does not where it is not known while the program runs. */
export function isBefore(version: string | undefined, other: string): boolean {
  if (version === undefined || Token.isUnresolved(version)) return false;
  return version.replace(/^v/, "").localeCompare(other, "en", { numeric: true }) < 0;
}
