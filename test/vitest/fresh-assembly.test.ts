import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { requireFreshAssembly } from "./fresh-assembly";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "fresh-assembly-"));
  mkdirSync(join(root, "csi", "efs"), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

/** Writes a file that was changed at a time. */
function file(path: string, seconds: number): void {
  writeFileSync(join(root, path), "");
  utimesSync(join(root, path), seconds, seconds);
}

it("takes an assembly that was made after the last change of a source", () => {
  file("csi/efs/efs-csi.ts", 1);
  file(".jsii", 2);
  file("csi/efs/module.md", 3);
  expect(() => requireFreshAssembly(root)).not.toThrow();
});

it("refuses one that was made before, and names the source", () => {
  file("csi/efs/efs-csi.ts", 2);
  file(".jsii", 1);
  expect(() => requireFreshAssembly(root)).toThrow(
    "csi/efs/efs-csi.ts is newer than .jsii, which tests read: run `npm run build`.",
  );
});

it("refuses to go on without one", () => {
  expect(() => requireFreshAssembly(root)).toThrow(
    "There is no .jsii, which tests read: run `npm run build`.",
  );
});
