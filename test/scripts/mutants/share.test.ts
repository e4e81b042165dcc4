import { setTimeout } from "node:timers/promises";
import { expect, it } from "vitest";
import { share } from "../../../scripts/mutants/share";

it("gives each item to one worker, and the next to whoever is done first", async () => {
  const done: string[] = [];
  await share(["slow", "fast"], [1, 2, 3, 4], async (worker, item) => {
    await setTimeout(worker === "slow" ? 200 : 1);
    done.push(`${worker} ${item}`);
  });
  expect(done).toEqual(["fast 2", "fast 3", "fast 4", "slow 1"]);
});

it("begins nothing after an error, and throws it when all have stopped", async () => {
  const begun: number[] = [];
  const ended: number[] = [];
  const sharing = share(["one", "other"], [1, 2, 3, 4], async (_, item) => {
    begun.push(item);
    if (item === 2) throw new Error("no luck");
    await setTimeout(50);
    ended.push(item);
  });
  await expect(sharing).rejects.toThrow("no luck");
  expect(begun).toEqual([1, 2]);
  expect(ended).toEqual([1]);
});
