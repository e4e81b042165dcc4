import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { madeOnce } from "./cache";
import { folderWith } from "./folder";

it("what two runs make at the same time is that of the faster one, and whole", async () => {
  const cache = folderWith({});
  const path = join(cache, "tool");

  await madeOnce(path, async (unfinished) => {
    mkdirSync(unfinished);
    mkdirSync(path);
    writeFileSync(join(path, "made-by-the-faster-run"), "");
  });

  expect(readdirSync(cache)).toEqual(["tool"]);
  expect(readdirSync(path)).toEqual(["made-by-the-faster-run"]);
});

it("what cannot be put in its place is an error", async () => {
  await expect(madeOnce(join(folderWith({}), "tool"), async () => undefined)).rejects.toThrow(
    "ENOENT",
  );
});
