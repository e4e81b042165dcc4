import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  driftOf,
  filesBelow,
  type GeneratedFiles,
  writeFiles,
} from "../../../scripts/generate/files";

let root: string;
const generated: GeneratedFiles = {
  folders: ["modules"],
  files: new Map([
    ["modules/efs/main.tf", "one\n"],
    ["modules/efs/chart/Chart.yaml", "two\n"],
    ["README.md", "three\n"],
  ]),
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "files-"));
});
afterEach(() => rmSync(root, { recursive: true }));

function put(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

describe("writing", () => {
  it("writes every file, and finds no drift then", () => {
    writeFiles(root, generated);
    expect(readFileSync(join(root, "modules/efs/chart/Chart.yaml"), "utf8")).toBe("two\n");
    expect(driftOf(root, generated)).toEqual([]);
  });

  it("deletes what is not generated any more, and leaves what is beside it", () => {
    put("modules/old/main.tf", "old");
    put("docs/kept.md", "kept");
    writeFiles(root, generated);
    expect(filesBelow(root, "modules")).toEqual([
      "modules/efs/chart/Chart.yaml",
      "modules/efs/main.tf",
    ]);
    expect(filesBelow(root, "docs")).toEqual(["docs/kept.md"]);
  });
});

describe("drift", () => {
  beforeEach(() => writeFiles(root, generated));

  it("is a file that was edited", () => {
    put("modules/efs/main.tf", "edited\n");
    expect(driftOf(root, generated)).toEqual(["modules/efs/main.tf differs from its source"]);
  });

  it("is a file that is missing", () => {
    rmSync(join(root, "README.md"));
    expect(driftOf(root, generated)).toEqual(["README.md is missing"]);
  });

  it("is a file that is left over", () => {
    put("modules/efs/extra.tf", "");
    expect(driftOf(root, generated)).toEqual(["modules/efs/extra.tf is not generated any more"]);
  });

  it("is not what terraform init leaves behind", () => {
    put("modules/efs/.terraform/providers/x", "");
    put("modules/efs/.terraform.lock.hcl", "");
    expect(driftOf(root, generated)).toEqual([]);
  });

  it("is another file whose name begins like that", () => {
    put("modules/efs/.terraform-docs.yml", "");
    put("modules/efs/.terraformrc/x", "");
    expect(driftOf(root, generated)).toEqual([
      "modules/efs/.terraform-docs.yml is not generated any more",
      "modules/efs/.terraformrc/x is not generated any more",
    ]);
  });
});
