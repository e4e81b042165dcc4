import { expect, test } from "vitest";
import { allInTurn } from "./in-turn";

const fails = (message: string) => () => Promise.reject(new Error(message));

test("each step is taken after the one before it has ended", async () => {
  const taken: string[] = [];
  await allInTurn(
    async () => {
      await new Promise(setImmediate);
      taken.push("first");
    },
    () => taken.push("second"),
  );
  expect(taken).toEqual(["first", "second"]);
});

test("a step is taken though the one before it failed, which is told", async () => {
  const taken: string[] = [];
  const all = allInTurn(fails("no cheese"), () => taken.push("second"));
  await expect(all).rejects.toThrow(/^no cheese$/);
  expect(taken).toEqual(["second"]);
});

test("all that failed is told", async () => {
  const all = allInTurn(fails("no cheese"), fails("no bread"));
  await expect(all).rejects.toThrow("Error: no cheese\nError: no bread");
});
