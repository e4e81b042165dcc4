import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parse } from "yaml";
import * as csi from "../../csi";
import { readAssembly } from "../../scripts/build/assembly";

/** What a program can use. */
const { exported }: { exported: Record<"classes" | "enums" | "interfaces", string[]> } = parse(
  readFileSync(join(__dirname, "../contract.yaml"), "utf8"),
);

it("exports these classes and enums to TypeScript, and nothing else that exists at run time", () => {
  expect(Object.keys(csi).sort()).toEqual([...exported.classes, ...exported.enums].sort());
});

it.each([
  ["class", exported.classes],
  ["enum", exported.enums],
  ["interface", exported.interfaces],
])("exports each %s to every language", (kind, expected) => {
  const types = Object.values(readAssembly(join(__dirname, "..", "..")).types ?? {});
  const names = types.filter((type) => type.kind === kind).map(({ name }) => name);
  expect(names.sort()).toEqual(expected);
});
