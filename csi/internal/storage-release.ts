import {
  Fn,
  type ITerraformDependable,
  TerraformLocal,
  type TerraformProvider,
  TerraformStack,
  Token,
} from "cdktf";
import type { Construct } from "constructs";
import { argument } from "./argument";
import { chartDigest, chartPath } from "./chart";
import { type Driver, validateOnlyClass } from "./cluster-validations";
import { dependenciesOf } from "./dependencies";
import { hclComment } from "./hcl-comment";
import { Release } from "./resources";

/**
 * What Kubernetes holds immutable in a StorageClass.
 *
 * @see https://kubernetes.io/docs/concepts/storage/storage-classes/
 */
export interface StorageClassSpec {
  /** Name of the class. */
  readonly name: string;
  /** Name of the CSI driver that provides the volumes. */
  readonly provisioner: string;
  /** Parameters that the driver reads. */
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** What becomes of a volume when its claim is deleted. */
  readonly reclaimPolicy: string;
  /** When a claim is bound. */
  readonly volumeBindingMode: "Immediate";
}

/**
 * What sets one storage release apart from another.
 */
export interface StorageReleaseOptions {
  /** Name of the local chart. */
  readonly chart: string;
  /** What serves the class: its namespace keeps the release's record, its provider makes it. */
  readonly driver: Driver;
  /** Name of the class. */
  readonly className: string;
  /** The class, by `storageClassLocal`. */
  readonly storageClass: TerraformLocal;
  /** Further values of the chart, which can change in place. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Values that each install gets of its own, and keeps until the release is replaced. */
  readonly valuesOfInstall?: Readonly<Record<string, unknown>>;
  /** What must exist before the class, and until it is gone. */
  readonly dependsOn: readonly ITerraformDependable[];
}

/** A StorageClass as data, and so that a change of it can be seen. */
export function storageClassLocal(scope: Construct, spec: StorageClassSpec): TerraformLocal {
  const storageClass = new TerraformLocal(scope, "storage_class", { ...spec });
  hclComment(
    storageClass,
    "What Kubernetes holds immutable in a StorageClass. Its digest is part of the release's name: a change replaces the release instead of failing to update it.",
  );
  return storageClass;
}

/**
 * Installs a StorageClass and what backs it from a chart of ours, as a Helm
 * release of its own.
 *
 * A class's name is unique in a cluster, so a second one is refused.
 */
export function storageRelease(scope: Construct, options: StorageReleaseOptions): Release {
  const { className, driver, storageClass, values, valuesOfInstall } = options;
  refuseDriverOfOtherStack(scope, driver.helmProvider);
  validateOnlyClass(scope, className, driver);
  const chart = chartPath(scope, options.chart);
  const ownValues = Fn.compact([
    Fn.yamlencode(
      argument({
        chartDigest: chartDigest(chart),
        storageClass: storageClass.expression,
        ...values,
      }),
    ),
  ]);
  const release = new Release(scope, "Resource", {
    name: releaseName(className, storageClass),
    chart,
    namespace: driver.namespace,
    atomic: true,
    wait: false,
    maxHistory: 10,
    // Not compact of both: what is unknown as a whole hides the one that is ignored.
    values: valuesOfInstall
      ? Token.asList(Fn.concat([ownValues, [Fn.yamlencode(valuesOfInstall)]]))
      : ownValues,
    lifecycle: valuesOfInstall && { ignoreChanges: ["values[1]"] },
    dependsOn: dependenciesOf(scope, options.dependsOn),
    provider: driver.helmProvider,
  });
  hclComment(
    release,
    "Nothing here has to become ready, and a destroy that waits hangs on volumes that are still bound.",
    "wait",
  );
  hclComment(
    release,
    "Helm's provider sees no edit of a local chart, so a digest of its files is among the values (https://github.com/hashicorp/terraform-provider-helm/issues/515). Where a part of them is unknown, compact makes all unknown: with the experiment `manifest` the provider would render the chart without them.",
    "values",
  );
  return release;
}

/**
 * A release has at most 53 characters where a class has 253: 44 of the class,
 * a hyphen, and 8 of the digest.
 *
 * @see https://helm.sh/docs/chart_best_practices/conventions/
 */
function releaseName(className: string, storageClass: TerraformLocal): string {
  const digest = Fn.substr(Fn.sha256(Fn.jsonencode(storageClass.expression)), 0, 8);
  if (Token.isUnresolved(className)) {
    return Fn.join("-", [Fn.trim(Fn.substr(argument(className), 0, 44), "-."), digest]);
  }
  return `${className.slice(0, 44).replace(/[-.]+$/, "")}-${digest}`;
}

/** A provider is declared in one stack, and Terraform knows it in no other. */
function refuseDriverOfOtherStack(scope: Construct, provider: TerraformProvider | undefined): void {
  if (provider !== undefined && TerraformStack.of(provider) !== TerraformStack.of(scope)) {
    throw new Error(
      `${scope.node.path}: \`driver\` has the \`helmProvider\` ${provider.node.path} of another stack, which this one cannot use: ` +
        "create the storage class in the driver's stack, or let the driver use its stack's default provider.",
    );
  }
}
