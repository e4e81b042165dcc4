import { describe, expect, it } from "vitest";
import { holds, ratio, render } from "../../../scripts/bench/report";
import { chooseSections } from "../../../scripts/bench/sections";
import { median, timeInTurn } from "../../../scripts/bench/timing";

const node = (title: string, script: string) => ({
  title,
  command: process.execPath,
  args: ["-e", script],
  cwd: __dirname,
});

describe("the median", () => {
  it("is the middle value, in whatever order they come", () => {
    expect(median([9, 1, 5])).toBe(5);
  });

  it("is the mean of the middle two of an even number", () => {
    expect(median([4, 1, 3, 100])).toBe(3.5);
  });
});

describe("a bar", () => {
  const ours = { title: "ours", seconds: [1, 2, 3] };
  const theirs = { title: "theirs", seconds: [8, 8, 8] };

  it("holds up to its limit", () => {
    expect(ratio(ours, theirs, 1 / 4)).toEqual({ what: "ours / theirs", value: 0.25, limit: 0.25 });
    expect(holds(ratio(ours, theirs, 1 / 4))).toBe(true);
  });

  it("does not hold above it", () => {
    expect(holds(ratio(ours, theirs, 0.24))).toBe(false);
  });
});

describe("timing", () => {
  it("counts every run but the warm-up", () => {
    const [timing] = timeInTurn([node("sleep", "setTimeout(() => {}, 50)")], 2);
    expect(timing.seconds).toHaveLength(2);
    expect(Math.min(...timing.seconds)).toBeGreaterThan(0.05);
  });

  it("is refused to a command that fails, with what it said", () => {
    const failing = node("failing", "console.error('no luck'); process.exit(3)");
    expect(() => timeInTurn([failing], 1)).toThrow(
      /failing failed, so it cannot be timed:\n.*no luck/,
    );
  });
});

it("is rendered as a table, with what became of each bar", () => {
  const section = {
    title: "start",
    timings: [
      { title: "example", seconds: [0.5, 0.75, 0.625] },
      { title: "empty", seconds: [10] },
    ],
    sizes: { package: 80_000, bindings: 486_000_000 },
    bars: [
      { what: "example / empty", value: 0.0625, limit: 1.25 },
      { what: "empty / example", value: 16, limit: 2 },
    ],
  };
  expect(render(section)).toBe(`start
            median      min      max  runs
  example   0.63 s   0.50 s   0.75 s     3
  empty    10.00 s  10.00 s  10.00 s     1
  package      80 kB
  bindings  486.0 MB
  bar: example / empty is 0.063, at most 1.250: holds
  bar: empty / example is 16.000, at most 2.000: DOES NOT HOLD`);
});

describe("the sections", () => {
  it("are all, or those named", () => {
    expect(chooseSections([])).toHaveLength(5);
    expect(chooseSections(["go", "python"])).toHaveLength(2);
    expect(chooseSections(["generate"])).toMatchObject([{ needsPackages: false }]);
    expect(chooseSections(["go"])).toMatchObject([{ needsPackages: true }]);
  });

  it("are not one that does not exist: the message names those that do", () => {
    expect(() => chooseSections(["ruby"])).toThrow(
      'There is no section "ruby": choose of generate, test, python, go, bindings.',
    );
  });
});
