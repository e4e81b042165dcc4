import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { includeFiles } from "../../../scripts/generate/include";

let root: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "include-"));
  writeFileSync(join(root, "efs.tf"), 'source = "../../../modules/csi/efs"\n\n');
  writeFileSync(join(root, "main.py"), "print(1)\n");
});
afterAll(() => rmSync(root, { recursive: true }));

it("fills a marked place with the file, as code of its language", () => {
  expect(includeFiles(root, "a\n<!-- include: main.py -->\n<!-- /include -->\nb\n")).toBe(
    "a\n<!-- include: main.py -->\n```python\nprint(1)\n```\n<!-- /include -->\nb\n",
  );
});

it("replaces what stood there before, and changes nothing the second time", () => {
  const stale = "<!-- include: main.py -->\n```python\nprint(0)\n```\n<!-- /include -->\n";
  const fresh = includeFiles(root, stale);
  expect(fresh).toContain("print(1)");
  expect(fresh).not.toContain("print(0)");
  expect(includeFiles(root, fresh)).toBe(fresh);
});

it("calls a module by the path that its reader has", () => {
  expect(includeFiles(root, "<!-- include: efs.tf -->\n<!-- /include -->\n")).toContain(
    '```hcl\nsource = "./modules/csi/efs"\n```',
  );
});

it("fails where there is no such file", () => {
  expect(() => includeFiles(root, "<!-- include: gone.tf -->\n<!-- /include -->\n")).toThrow(
    "gone.tf",
  );
});

it("fails where a mark is not closed", () => {
  expect(() => includeFiles(root, "<!-- include: main.py -->\n")).toThrow(
    "<!-- include: main.py --> is not closed by <!-- /include -->",
  );
});
