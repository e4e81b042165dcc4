import { Token } from "cdktf";

/** Whether a chart's version comes before another; it does not where it is not known while the program runs. */
export function isBefore(version: string | undefined, other: string): boolean {
  if (version === undefined || Token.isUnresolved(version)) return false;
  const [, core, preRelease] = /^v?([\d.]*)(-?)/.exec(version) as RegExpExecArray;
  const [ours, theirs] = [core, other].map((it) => it.split(".").map(Number));
  const at = ours.findIndex((part, index) => part !== theirs[index]);
  return at < 0 ? preRelease !== "" : ours[at] < theirs[at];
}
