import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { includeFiles } from "../../../scripts/generate/include";

const mark = (path: string) => `<!-- include: ${path} -->\n<!-- /include -->\n`;
const filled = "<!-- include: main.py -->\n```python\n# One.\nprint(1)\n```\n<!-- /include -->";
let root: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "include-"));
  writeFileSync(join(root, "efs.tf"), 'source = "../../../modules/csi/efs"\n\n');
  writeFileSync(join(root, "main.py"), "# One.\nprint(1)\n");
  writeFileSync(join(root, "part.md"), `# Part\n\n## Cost\n\n${mark("main.py")}`);
});
afterAll(() => rmSync(root, { recursive: true }));

it("fills a marked place with the file, as code of its language", () => {
  expect(includeFiles(root, `a\n${mark("main.py")}b\n`)).toBe(`a\n${filled}\nb\n`);
});

it("fills it with a page as a section, with all that the page includes", () => {
  expect(includeFiles(root, mark("part.md"))).toBe(
    `<!-- include: part.md -->\n\n## Part\n\n### Cost\n\n${filled}\n\n<!-- /include -->\n`,
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
  expect(includeFiles(root, mark("efs.tf"))).toContain('```hcl\nsource = "./modules/csi/efs"\n```');
});

it("fails where there is no such file", () => {
  expect(() => includeFiles(root, mark("gone.tf"))).toThrow("gone.tf");
});

it("fails where a mark is not closed", () => {
  expect(() => includeFiles(root, "<!-- include: main.py -->\n")).toThrow(
    "<!-- include: main.py --> is not closed by <!-- /include -->",
  );
});
