import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Mutant } from "../../../scripts/mutants/mutant";
import { Workspace } from "../../../scripts/mutants/workspace";

/** A repository with a source, tests of it, and a generator that takes it as long as it is above 0. */
const files = {
  ".jsii": "{}",
  "csi/size.js": "exports.size = 1;\n",
  "scripts/generate.ts": 'if (require("../csi/size.js").size < 1) throw new Error("no size");\n',
  "test/csi/size.test.ts":
    'import { expect, it } from "vitest";\nimport { size } from "../../csi/size.js";\nit("is odd", () => expect(size % 2).toBe(1));\n',
  "test/modules/size.test.ts": 'import { it } from "vitest";\nit("passes", () => undefined);\n',
};

let repository: string;
let workspace: Workspace;

beforeAll(() => {
  repository = mkdtempSync(join(tmpdir(), "workspace-"));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(repository, path)), { recursive: true });
    writeFileSync(join(repository, path), text);
  }
  const modules = join(__dirname, "..", "..", "..", "node_modules");
  symlinkSync(modules, join(repository, "node_modules"));
  workspace = new Workspace(repository);
});
afterAll(() => workspace.remove());

const mutant = (to: string, killedBy: string): Mutant => ({
  name: "is wrong",
  file: "csi/size.js",
  from: "size = 1",
  to,
  killedBy,
});

describe("a mutant", { timeout: 60_000 }, () => {
  it("is killed by a test that fails on it", async () => {
    expect(await workspace.kills(mutant("size = 2", "test/csi/size.test.ts"))).toBe(true);
  });

  it("survives a test that passes on it", async () => {
    expect(await workspace.kills(mutant("size = 3", "test/csi/size.test.ts"))).toBe(false);
  });

  it("is not killed by a generator that fails: that is an error", async () => {
    const killing = workspace.kills(mutant("size = 0", "test/modules/size.test.ts"));
    await expect(killing).rejects.toThrow(
      /with the mutant "is wrong" of csi\/size\.js scripts\/generate\.ts fails:\n.*Error: no size/s,
    );
  });

  it("leaves the source as it was, and the repository alone", async () => {
    expect(await workspace.passes("test/csi/size.test.ts")).toBe(true);
    expect(readFileSync(join(repository, "csi/size.js"), "utf8")).toBe("exports.size = 1;\n");
    expect(existsSync(join(repository, "node_modules"))).toBe(true);
  });
});
