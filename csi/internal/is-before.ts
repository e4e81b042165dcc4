import { Token } from "cdktf";

/** Whether a chart's version comes before another; it does not where it is not known while the program runs. */
export function isBefore(version: string | undefined, other: string): boolean {
  if (version === undefined || Token.isUnresolved(version)) return false;
  const [, core, preRelease] = /^v?([\d.]*)(-?)/.exec(version) as RegExpExecArray;
  const order = core.localeCompare(other, "en", { numeric: true });
  return order < 0 || (order === 0 && preRelease !== "");
}
