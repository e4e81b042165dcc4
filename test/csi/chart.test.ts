import {
  type App,
  DefaultTokenResolver,
  StringConcat,
  TerraformStack,
  Testing,
  Tokenization,
} from "cdktf";
import { expect, it } from "vitest";
import { CHART_PATH, chartDigest, chartPath } from "../../csi/internal/chart";

it("takes a chart from an asset of the stack", () => {
  const stack = new TerraformStack(Testing.app(), "stack");
  expect(chartPath(stack, "efs-storage-class")).toMatch(/^assets\/chart\/[0-9A-F]{32}$/);
});

it("takes a chart from where the context says that it lies", () => {
  const app = Testing.app({ context: { [CHART_PATH]: (chart: string) => `charts/${chart}` } });
  const stack = new TerraformStack(app as App, "stack");
  expect(chartPath(stack, "efs-storage-class")).toBe("charts/efs-storage-class");
});

it("leaves the digest of a chart's files and their names to Terraform", () => {
  const stack = new TerraformStack(Testing.app(), "stack");
  const digest = Tokenization.resolve(chartDigest("charts/it"), {
    scope: stack,
    resolver: new DefaultTokenResolver(new StringConcat()),
    preparing: false,
  });
  expect(digest).toBe(
    '${sha256(jsonencode({ for key, val in fileset("charts/it", "**"): val => filesha256("charts/it/${val}") }))}',
  );
});
