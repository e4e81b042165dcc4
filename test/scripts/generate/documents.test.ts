import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { renderDocuments } from "../../../scripts/generate/documents";

const marked = "<!-- include: main.py -->\n<!-- /include -->\n";
const filled = "<!-- include: main.py -->\n```python\nprint(1)\n```\n<!-- /include -->\n";
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "documents-"));
  put("main.py", "print(1)\n");
});
afterEach(() => rmSync(root, { recursive: true }));

function put(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

it("fills every document that has a mark, wherever it lies", () => {
  const paths = ["README.md", "docs/decisions/one.md", "examples/go/README.md", "test/README.md"];
  for (const path of paths) put(path, marked);
  put("docs/plain.md", "no mark\n");
  put("docs/notes.txt", marked);
  const documents = renderDocuments(root);
  expect([...documents.keys()].sort()).toEqual(paths);
  expect(new Set(documents.values())).toEqual(new Set([filled]));
});

it("leaves what is generated, built or installed, and the prose that becomes a README", () => {
  put("csi/efs/module.md", marked);
  put("modules/csi/efs/README.md", marked);
  put("node_modules/a/README.md", marked);
  put("examples/typescript/node_modules/a/README.md", marked);
  put(".git/README.md", marked);
  expect(renderDocuments(root)).toEqual(new Map());
});

it("names the document that it cannot fill", () => {
  put("docs/open.md", "<!-- include: main.py -->\n");
  expect(() => renderDocuments(root)).toThrow("docs/open.md: <!-- include: main.py --> is not");
});
