import { median, type Timing } from "./timing";

/** A limit that what was measured is held to. */
export interface Bar {
  /** What is limited, such as `generate / cdktf synth --hcl`. */
  readonly what: string;
  readonly value: number;
  /** The highest value that holds. */
  readonly limit: number;
}

/** What was measured of one thing. */
export interface Section {
  readonly title: string;
  readonly timings: readonly Timing[];
  /** Bytes by what they are the size of. */
  readonly sizes?: Readonly<Record<string, number>>;
  readonly bars: readonly Bar[];
}

/** Whether what was measured keeps to its limit. */
export function holds({ value, limit }: Bar): boolean {
  return value <= limit;
}

/** The ratio of two medians as a bar. */
export function ratio(timing: Timing, to: Timing, limit: number): Bar {
  const value = median(timing.seconds) / median(to.seconds);
  return { what: `${timing.title} / ${to.title}`, value, limit };
}

/** A section as a plain table. */
export function render({ title, timings, sizes = {}, bars }: Section): string {
  const seconds = (value: number) => `${value.toFixed(2)} s`;
  return [
    title,
    ...table([
      ["", "median", "min", "max", "runs"],
      ...timings.map(({ title, seconds: values }) => [
        title,
        seconds(median(values)),
        seconds(Math.min(...values)),
        seconds(Math.max(...values)),
        String(values.length),
      ]),
    ]),
    ...table(Object.entries(sizes).map(([what, bytes]) => [what, size(bytes)])),
    ...bars.map((bar) => {
      const verdict = holds(bar) ? "holds" : "DOES NOT HOLD";
      return `  bar: ${bar.what} is ${bar.value.toFixed(3)}, at most ${bar.limit.toFixed(3)}: ${verdict}`;
    }),
  ].join("\n");
}

/** Rows with their columns under one another: the first to the left, numbers to the right. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column].length)),
  );
  return rows.map((row) => {
    const [first, ...rest] = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]),
    );
    return `  ${[first, ...rest].join("  ")}`;
  });
}

function size(bytes: number): string {
  return bytes < 1e6 ? `${(bytes / 1e3).toFixed(0)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
