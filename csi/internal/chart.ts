import { join } from "node:path";
import { AssetType, Fn, FOR_EXPRESSION_VALUE, forExpression, TerraformAsset, Token } from "cdktf";
import type { Construct } from "constructs";
import { argument } from "./argument";

/**
 * Context key under which a program says where the local charts lie in what it
 * writes: a function of the chart's name. Without it a chart is copied as an
 * asset of the stack.
 */
export const CHART_PATH = "clockwork-codex:chart-path";

/** The path of a local chart, which lies beside the construct that installs it, as the release's `chart` argument. */
export function chartPath(scope: Construct, chart: string): string {
  const pathOf: ((chart: string) => string) | undefined = scope.node.tryGetContext(CHART_PATH);
  if (pathOf !== undefined) {
    return pathOf(chart);
  }
  const path = join(__dirname, "..", chart, "chart");
  return new TerraformAsset(scope, "chart", { path, type: AssetType.DIRECTORY }).path;
}

/**
 * A digest of a local chart's files and their names, which Terraform computes.
 *
 * The helm provider sees no change in a local chart whose templates changed, so
 * the digest goes into the release's values.
 *
 * @see https://github.com/hashicorp/terraform-provider-helm/issues/515
 */
export function chartDigest(path: string): string {
  const file = Token.asString(FOR_EXPRESSION_VALUE);
  const digests = forExpression(
    Fn.fileset(path, "**"),
    Fn.filesha256(argument(`${path}/${file}`)),
    FOR_EXPRESSION_VALUE,
  );
  return Fn.sha256(Fn.jsonencode(digests));
}
