import { expect, it } from "vitest";
import { median, timeInTurn } from "../../../scripts/bench/timing";

const node = (title: string, script: string) => ({
  title,
  command: process.execPath,
  args: ["-e", script],
});

it("the median is the middle value, in whatever order they come", () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([4, 1, 3, 100])).toBe(4);
});

it("every run is timed but the warm-up, command after command", async () => {
  const slow = node("slow", "setTimeout(() => {}, 200)");
  const [fast, waiting] = await timeInTurn([node("fast", ""), slow], 2);
  expect([fast, waiting].map((seconds) => seconds.length)).toEqual([2, 2]);
  expect(Math.min(...waiting)).toBeGreaterThan(0.2);
});

it("a command that fails is not timed", async () => {
  const failing = node("failing", "console.error('no luck'); process.exit(3)");
  await expect(timeInTurn([failing], 1)).rejects.toThrow("no luck");
});
