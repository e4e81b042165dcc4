import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "@cdktf/hcl2json";
import { transform } from "esbuild";
import { describe, expect, it } from "vitest";
import { mutate } from "../../../scripts/mutants/mutant";
import { mutants } from "../../../scripts/mutants/mutants";

const root = join(__dirname, "..", "..", "..");

describe.each(mutants.map((mutant) => [`${mutant.file} ${mutant.name}`, mutant] as const))(
  "%s",
  (_, mutant) => {
    it("is a change of the source as it is now", () => {
      const source = readFileSync(join(root, mutant.file), "utf8");
      expect(mutate(mutant, source)).not.toBe(source);
    });

    it("leaves TypeScript or HCL that runs, so that a test notices what it does", async () => {
      const { file } = mutant;
      const mutated = mutate(mutant, readFileSync(join(root, file), "utf8"));
      const read = file.endsWith(".tf")
        ? parse(file, mutated)
        : transform(mutated, { loader: "ts" });
      await expect(read).resolves.toBeDefined();
    });

    it("names a test that is there", () => {
      expect(existsSync(join(root, mutant.killedBy))).toBe(true);
    });
  },
);

it("are told apart by their names", () => {
  const names = mutants.map(({ file, name }) => `${file} ${name}`);
  expect(new Set(names).size).toBe(names.length);
});

it("refuses to change what a file holds twice, or not at all", () => {
  const mutant = { name: "a", file: "b.ts", from: "x", to: "y", killedBy: "c" };
  expect(mutate(mutant, "1 x 2")).toBe("1 y 2");
  expect(() => mutate(mutant, "x x")).toThrow('b.ts holds what the mutant "a" changes 2 times');
  expect(() => mutate(mutant, "z")).toThrow("0 times, not once");
});
