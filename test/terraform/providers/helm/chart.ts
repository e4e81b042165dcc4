import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parse } from "yaml";
import { type Context, ProviderError } from "../provider";
import type { ObjectValue } from "../value";

/** What a chart's own Chart.yaml says of it. */
export interface Chart {
  readonly name: string;
  readonly version: string;
  readonly appVersion: string;
}

/**
 * Reads the chart of a release if it lies in a folder; a repository's chart is out of reach.
 *
 * Helm looks for a folder of that name first, whatever the repository says.
 */
export function localChart({ chart }: ObjectValue, { directory }: Context): Chart | undefined {
  if (typeof chart !== "string") return undefined;
  const file = resolve(directory, chart, "Chart.yaml");
  if (!existsSync(file)) return undefined;
  const { name, version, appVersion = "" } = parse(readFileSync(file, "utf8"));
  return { name, version, appVersion: String(appVersion) };
}

/**
 * Refuses a chart that is neither in a folder nor in a repository.
 *
 * @see https://github.com/helm/helm/blob/v3.18.5/pkg/action/install.go (LocateChart)
 */
export function locateChart(planned: ObjectValue, context: Context): Chart | undefined {
  const found = localChart(planned, context);
  // To the provider, a name that is not known yet is an empty one.
  const name = typeof planned.chart === "string" ? planned.chart : "";
  const inRepository = planned.repository !== null || /^\w+:\/\//.test(name);
  if (found || (inRepository && !isPath(name))) return found;
  throw new ProviderError(
    "Error locating chart",
    `Unable to locate chart ${name}: ${reason(name)}`,
  );
}

function isPath(name: string): boolean {
  return name.startsWith("/") || name.startsWith(".");
}

function reason(name: string): string {
  if (isPath(name)) return `path "${name}" not found`;
  if (name.includes("/")) return `repo ${name.split("/")[0]} not found`;
  return `non-absolute URLs should be in form of repo_name/path_to_chart, got: ${name}`;
}
