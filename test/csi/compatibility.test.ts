import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Assembly, Property } from "@jsii/spec";
import { afterAll, describe, expect, it } from "vitest";
import { readAssembly } from "../../scripts/build/assembly";
import { jsiiEnvironment } from "../../scripts/build/jsii-environment";

const root = join(__dirname, "..", "..");
const temporary = mkdtempSync(join(tmpdir(), "compatibility-"));
afterAll(() => rmSync(temporary, { recursive: true }));

const read = (path: string): Assembly => JSON.parse(readFileSync(path, "utf8"));

/** The assembly of the last release; until there is one, of the first API. */
const baseline = join(__dirname, "baseline.jsii");

/** Puts an assembly where jsii-diff can load it: in a package, with its dependencies beside it. */
function packageOf(name: string, assembly: Assembly): string {
  const folder = join(temporary, name);
  mkdirSync(folder);
  writeFileSync(join(folder, ".jsii"), JSON.stringify(assembly));
  writeFileSync(join(folder, "package.json"), readFileSync(join(root, "package.json")));
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  return folder;
}

/** What of the released API an assembly breaks, as jsii-diff says it; empty if nothing. */
function breaks(name: string, assembly: Assembly): Promise<string> {
  const released = packageOf(`${name}-released`, read(baseline));
  const diff = require.resolve("jsii-diff/bin/jsii-diff");
  const args = [diff, released, packageOf(name, assembly)];
  const env = { ...process.env, ...jsiiEnvironment };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { env }, (error, _, stderr) => {
      // 1 is for breaking changes, others for what went wrong.
      if (error !== null && error.code !== 1) {
        reject(error);
      } else {
        resolve(error === null ? "" : stderr);
      }
    });
  });
}

/** The baseline with the properties of some types changed. */
function edited(edits: Record<string, (properties: Property[]) => Property[]>): Assembly {
  const assembly = read(baseline);
  for (const [type, edit] of Object.entries(edits)) {
    const found = assembly.types?.[`${assembly.name}.${type}`] as { properties?: Property[] };
    found.properties = edit(found.properties ?? []);
  }
  return assembly;
}

const string = { primitive: "string" } as Property["type"];

it("keeps what programs that were written for the last release use", async () => {
  const current = readAssembly();
  expect(
    await breaks("current", current),
    "For a new major version, copy .jsii to test/csi/baseline.jsii.",
  ).toBe("");
}, 30_000);

describe("the check of it", () => {
  it("accepts a new optional prop and a new attribute", async () => {
    const additive = edited({
      EfsStorageClassOptions: (props) => [
        ...props,
        { ...props[0], name: "label", type: string, optional: true },
      ],
      EfsCsi: (attributes) => [...attributes, { name: "arn", type: string, immutable: true }],
    });
    expect(await breaks("additive", additive)).toBe("");
  }, 30_000);

  it("rejects a prop that becomes required, and an attribute that goes", async () => {
    const breaking = edited({
      EfsStorageClassOptions: (props) => props.map((prop) => ({ ...prop, optional: undefined })),
      EfsCsi: (attributes) => attributes.filter(({ name }) => name !== "fileSystemId"),
    });
    const said = await breaks("breaking", breaking);
    expect(said).toContain("storageClassName");
    expect(said).toContain("fileSystemId");
  }, 30_000);
});
