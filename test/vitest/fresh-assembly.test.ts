import { utimesSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { requireFreshAssembly } from "./fresh-assembly";
import { probe } from "./probe";

/** A repository with a source and an assembly of these ages. */
function repository(seconds: { source: number; assembly: number }): string {
  const folder = probe({ ".jsii": "{}", "csi/efs/efs-csi.ts": "", "csi/efs/module.md": "" });
  utimesSync(join(folder, "csi/efs/efs-csi.ts"), seconds.source, seconds.source);
  utimesSync(join(folder, ".jsii"), seconds.assembly, seconds.assembly);
  return folder;
}

it("takes an assembly that was made after the last change of a source", () => {
  expect(() => requireFreshAssembly(repository({ source: 1, assembly: 2 }))).not.toThrow();
});

it("refuses one that was made before, and names the source", () => {
  expect(() => requireFreshAssembly(repository({ source: 2, assembly: 1 }))).toThrow(
    "csi/efs/efs-csi.ts is newer than .jsii, which tests read: run `npm run build`.",
  );
});

it("refuses to go on without one", () => {
  expect(() => requireFreshAssembly(probe({ "csi/index.ts": "" }))).toThrow(
    "There is no .jsii, which tests read: run `npm run build`.",
  );
});
