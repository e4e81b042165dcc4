import { join, resolve } from "node:path";
import { inject } from "vitest";
import { parseAllDocuments, stringify } from "yaml";
import { run } from "../../scripts/command/run";
import { validInputs } from "../modules/valid-inputs";
import { temporaryFolder } from "../terraform/root";
import { terraform } from "../terraform/terraform";
import { valuesFiles } from "./values-files";

/** A release of a local chart, as the helm provider is told to install it. */
export interface StorageRelease {
  readonly name: string;
  readonly namespace: string;
  /** The chart's folder. */
  readonly chart: string;
  /** The chart's values in YAML, each laid over those before it. */
  readonly values: readonly string[];
}

/** What Terraform applies as the storage release of a module, with its required inputs and these. */
export async function storageRelease(
  module: string,
  inputs: Readonly<Record<string, unknown>> = {},
): Promise<StorageRelease> {
  const folder = join(__dirname, "../../modules/csi", module);
  const vars = { ...validInputs[module], ...inputs };
  const state = await terraform(folder, { vars, env: { AWS_REGION: "us-west-2" } }).apply();
  const { name, namespace, chart, values } = state.values("helm_release.storage_class");
  return { name, namespace, chart: resolve(folder, chart), values };
}

/** The objects that helm makes of a release. */
// biome-ignore lint/suspicious/noExplicitAny: each kind of object has fields of its own.
export async function render({ name, namespace, chart, values }: StorageRelease): Promise<any[]> {
  const args = ["template", name, chart, `--namespace=${namespace}`];
  const rendered = await run(inject("tools").helm, [...args, ...flags(values)]);
  const documents = parseAllDocuments(rendered).map((document) => document.toJS());
  // One with nothing but comments is nothing to Kubernetes.
  return documents.filter((document) => document !== null);
}

/** A release with these values laid over its own. */
export function withValues(release: StorageRelease, values: object): StorageRelease {
  return { ...release, values: [...release.values, stringify(values)] };
}

/** Those of a kind. */
export function ofKind<T extends { readonly kind: string }>(objects: T[], kind: string): T[] {
  return objects.filter((object) => object.kind === kind);
}

/** What helm finds wrong with a chart, suggestions included; fails if it is an error. */
export function lint({ chart, values }: StorageRelease): Promise<string> {
  return run(inject("tools").helm, ["lint", "--strict", chart, ...flags(values)]);
}

function flags(values: readonly string[]): string[] {
  return valuesFiles(temporaryFolder(), values);
}
