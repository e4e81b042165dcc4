import { parse } from "yaml";
import { type Context, type Proposal, ProviderError, type ResourceBehaviour } from "../provider";
import { isEqual, isObject, type ObjectValue, unknown, type Value } from "../value";
import { localChart, locateChart } from "./chart";

/** Defaults that 2.17.0 and 3.1.1 share. */
const defaults = {
  atomic: false,
  cleanup_on_fail: false,
  create_namespace: false,
  dependency_update: false,
  disable_crd_hooks: false,
  disable_openapi_validation: false,
  disable_webhooks: false,
  force_update: false,
  lint: false,
  max_history: 0,
  namespace: "default",
  pass_credentials: false,
  recreate_pods: false,
  render_subchart_notes: true,
  replace: false,
  reset_values: false,
  reuse_values: false,
  "set.type": "",
  skip_crds: false,
  timeout: 300,
  verify: false,
  wait: true,
  wait_for_jobs: false,
};

/**
 * What both do.
 *
 * @param shape How the version keeps `metadata`.
 * @param unreadable What an import leaves of the arguments that Helm does not store.
 * @param tooLong How the version refuses a name.
 */
function release(
  shape: (metadata: ObjectValue) => Value,
  unreadable: ObjectValue,
  tooLong: (name: string) => ProviderError,
): ResourceBehaviour {
  const computed = (planned: ObjectValue, context: Context, revision: number) => ({
    id: planned.name ?? null,
    version: appliedVersion(planned, context),
    metadata: shape(metadata(planned, context, revision)),
  });
  return {
    forceNew: ["name", "namespace"],
    validate: ({ name }) => {
      if (typeof name === "string" && (name.length < 1 || name.length > 53)) throw tooLong(name);
    },
    create: (planned, context) => {
      if (context.find("helm_release", importId(planned))) {
        throw new ProviderError("installation failed", "cannot re-use a name that is still in use");
      }
      return computed(planned, context, 1);
    },
    update: (planned, prior, context) => computed(planned, context, revisionOf(prior) + 1),
    // Only what Helm stores of a release can be read back: not where the chart came from.
    read: (state, { status, version, metadata }) => ({ ...state, status, version, metadata }),
    imported: (found) => ({
      ...found,
      ...Object.fromEntries(Object.entries(defaults).filter(([name]) => !name.includes("."))),
      ...unreadable,
      namespace: found.namespace ?? null,
      chart: chartName(found),
    }),
    importId,
  };
}

/**
 * `helm_release` of provider 3.x.
 *
 * @see https://github.com/hashicorp/terraform-provider-helm/blob/v3.1.1/helm/resource_helm_release.go
 */
export const releaseV3: ResourceBehaviour = {
  ...release(
    (metadata) => metadata,
    { repository: null, set: null, set_list: null, set_sensitive: null, values: null },
    (name) =>
      new ProviderError(
        "Invalid Attribute Value Length",
        `Attribute name string length must be between 1 and 53, got: ${name.length}`,
        "name",
      ),
  ),
  defaults: { ...defaults, take_ownership: false, upgrade_install: false },
  framework: { stable: ["description"] },
  plan: (planned, proposal, context) => {
    const next = {
      ...planned,
      description: proposal.config.description || (proposal.prior?.description ?? null),
      status: "deployed",
      manifest: null,
      resources: null,
      version: plannedVersion(planned, proposal, context),
    };
    return isNewRevision(next, proposal) ? { ...next, metadata: unknown } : next;
  },
};

/**
 * `helm_release` of provider 2.x.
 *
 * @see https://github.com/hashicorp/terraform-provider-helm/blob/v2.17.0/helm/resource_release.go
 */
export const releaseV2: ResourceBehaviour = {
  ...release(
    (metadata) => [metadata],
    { repository: null, set: [], set_list: [], set_sensitive: [], values: null },
    (name) => {
      const summary = `expected length of name to be in the range (1 - 53), got ${name}`;
      return new ProviderError(summary, "", "name");
    },
  ),
  defaults,
  plan: (planned, proposal, context) => {
    const version = localChart(planned, context)?.version ?? planned.version ?? null;
    const next = { ...planned, status: "deployed", version };
    return isNewRevision(next, proposal) ? { ...next, metadata: unknown } : next;
  },
};

function importId({ namespace, name }: ObjectValue): string {
  return `${namespace}/${name}`;
}

/**
 * The chart's version as the plan shows it.
 *
 * The provider resolves `version` to the chart it finds, and refuses a plan in which they differ:
 * a range such as ">= 2.0" never passes.
 */
function plannedVersion(planned: ObjectValue, { config }: Proposal, context: Context): Value {
  const configured = config.version ?? null;
  const chart = locateChart(planned, context);
  if (typeof configured !== "string")
    return configured ?? chart?.version ?? planned.version ?? null;
  if (chart ? sameVersion(chart.version, configured) : isExact(configured)) return configured;
  const found = chart?.version ?? "(the newest in this range)";
  throw new ProviderError(
    "Planned version is different from configured version",
    `The version in the configuration is "${configured}" but the planned version is "${found}". \nYou should update the version in your configuration to "${found}", or remove the version attribute from your configuration.`,
  );
}

/** Whether a version is one of https://semver.org, rather than a range. */
function isExact(version: string): boolean {
  return /^v?\d+\.\d+\.\d+(-[\w.-]+)?(\+[\w.-]+)?$/.test(version);
}

function sameVersion(one: string, other: string): boolean {
  return one.replace(/^v/, "") === other.replace(/^v/, "");
}

/** Whether Helm would make a new revision of the release. */
function isNewRevision(planned: ObjectValue, { prior }: Proposal): boolean {
  const parts = ["chart", "repository", "version", "values", "set", "set_sensitive", "set_list"];
  return !prior || parts.some((name) => !isEqual(planned[name], prior[name]));
}

/** Offline nobody knows the newest version of a repository's chart. */
function appliedVersion(planned: ObjectValue, context: Context): string {
  if (typeof planned.version === "string") return planned.version;
  return localChart(planned, context)?.version ?? "0.0.0";
}

/** What Helm stores of a release. */
function metadata(planned: ObjectValue, context: Context, revision: number): ObjectValue {
  const chart = localChart(planned, context);
  const texts = Array.isArray(planned.values) ? planned.values : [];
  const values = texts.map((text) => parse(String(text))).reduce(merge, {});
  return {
    app_version: chart?.appVersion ?? "",
    chart: chart?.name ?? planned.chart ?? null,
    first_deployed: 1735689600,
    last_deployed: 1735689600,
    name: planned.name ?? null,
    namespace: planned.namespace ?? null,
    notes: "",
    revision,
    values: JSON.stringify(values),
    version: appliedVersion(planned, context),
  };
}

/** Merges values as Helm does: maps by key, everything else as a whole. */
function merge(one: Value, other: Value): Value {
  if (!isObject(one) || !isObject(other)) return other;
  const merged = Object.entries(other).map(([key, value]) => [
    key,
    key in one ? merge(one[key] ?? null, value) : value,
  ]);
  return { ...one, ...Object.fromEntries(merged) };
}

function revisionOf(state: ObjectValue): number {
  return Number(storedOf(state).revision);
}

function chartName(state: ObjectValue): Value {
  return storedOf(state).chart ?? null;
}

function storedOf({ metadata }: ObjectValue): ObjectValue {
  const stored = Array.isArray(metadata) ? metadata[0] : metadata;
  return isObject(stored) ? stored : {};
}
