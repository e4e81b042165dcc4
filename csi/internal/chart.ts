import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { AssetType, TerraformAsset } from "cdktf";
import type { Construct } from "constructs";

/**
 * Context key under which a program says where the local charts lie in what it
 * writes: an expression for each chart's name. Without it a chart is copied as
 * an asset of the stack.
 */
export const CHART_PATHS = "clockwork-codex:chart-paths";

/** The folder of a local chart: beside the constructs that install it. */
export function chartFolder(chart: string): string {
  return join(__dirname, "..", chart, "chart");
}

/** The path of a local chart, as the release's `chart` argument. */
export function chartPath(scope: Construct, chart: string): string {
  const paths: Record<string, string> | undefined = scope.node.tryGetContext(CHART_PATHS);
  return (
    paths?.[chart] ??
    new TerraformAsset(scope, "chart", { path: chartFolder(chart), type: AssetType.DIRECTORY }).path
  );
}

/**
 * A digest of a local chart's files and their names.
 *
 * Terraform sees no change in a local chart whose templates changed, so the
 * digest goes into the release's values.
 *
 * @see https://github.com/hashicorp/terraform-provider-helm/issues/515
 */
export function chartDigest(folder: string): string {
  const digest = createHash("sha256");
  for (const file of filesOf(folder)) {
    digest
      .update(`${file}\0`)
      .update(readFileSync(join(folder, file)))
      .update("\0");
  }
  return digest.digest("hex").slice(0, 16);
}

/** The relative paths of a folder's files, sorted, with forward slashes. */
function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => path.split("\\").join("/"))
    .sort();
}
