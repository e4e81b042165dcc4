import { cpSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type App, TerraformStack, Testing } from "cdktf";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CHART_PATHS, chartDigest, chartFolder, chartPath } from "../../csi/internal/chart";

describe("the digest of a chart", () => {
  let copy: string;

  beforeEach(() => {
    copy = mkdtempSync(join(tmpdir(), "chart-"));
    cpSync(chartFolder("efs"), copy, { recursive: true });
  });
  afterEach(() => rmSync(copy, { recursive: true }));

  it("is the same wherever the chart lies", () => {
    expect(chartDigest(copy)).toBe(chartDigest(chartFolder("efs")));
    expect(chartDigest(copy)).toMatch(/^[0-9a-f]{16}$/);
  });

  it("changes with a template's text", () => {
    writeFileSync(join(copy, "templates", "storage-class.yaml"), "edited");
    expect(chartDigest(copy)).not.toBe(chartDigest(chartFolder("efs")));
  });

  it("changes with a template's name, which may make it another kind of file", () => {
    const templates = join(copy, "templates");
    renameSync(join(templates, "storage-class.yaml"), join(templates, "_storage-class.yaml"));
    expect(chartDigest(copy)).not.toBe(chartDigest(chartFolder("efs")));
  });

  it("changes with a file that is added", () => {
    writeFileSync(join(copy, "values.yaml"), "");
    expect(chartDigest(copy)).not.toBe(chartDigest(chartFolder("efs")));
  });
});

describe("the path of a chart", () => {
  it("is that of an asset of the stack, with the chart in it", () => {
    const stack = new TerraformStack(Testing.app(), "stack");
    expect(chartPath(stack, "efs")).toMatch(/^assets\/chart\/[0-9A-F]{32}$/);
  });

  it("is what the context says, where it says so", () => {
    const app = Testing.app({ context: { [CHART_PATHS]: { efs: "${path.module}/chart" } } });
    const stack = new TerraformStack(app as App, "stack");
    expect(chartPath(stack, "efs")).toBe("${path.module}/chart");
    expect(chartPath(stack, "s3-mountpoint")).toMatch(/^assets\//);
  });
});
