import { Fn, type ITerraformDependable, TerraformLocal, type TerraformProvider } from "cdktf";
import type { Construct } from "constructs";
import { chartDigest, chartFolder, chartPath } from "./chart";
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
  readonly parameters?: Readonly<Record<string, string>>;
  /** What becomes of a volume when its claim is deleted. */
  readonly reclaimPolicy: "Delete" | "Retain";
  /** When a claim is bound. */
  readonly volumeBindingMode: "Immediate";
}

/**
 * What sets one storage release apart from another.
 */
export interface StorageReleaseOptions {
  /** Name of the local chart. */
  readonly chart: string;
  /** Namespace that keeps the release's record. */
  readonly namespace: string;
  /** The class, which can only be replaced. */
  readonly storageClass: StorageClassSpec;
  /** Further values of the chart, which can change in place. */
  readonly values: Readonly<Record<string, unknown>>;
  /** What must exist before the class, and until it is gone. */
  readonly dependsOn: ITerraformDependable[];
  /** Provider of the release; the stack's default one if omitted. */
  readonly provider?: TerraformProvider;
}

/**
 * Installs a StorageClass and what backs it from a chart of ours, as a Helm
 * release of its own.
 */
export function storageRelease(scope: Construct, options: StorageReleaseOptions): Release {
  const storageClass = new TerraformLocal(scope, "storage_class", { ...options.storageClass });
  hclComment(
    storageClass,
    "What Kubernetes holds immutable in a StorageClass. Its digest is part of the release's name: a change replaces the release instead of failing to update it.",
  );
  const release = new Release(scope, "Resource", {
    name: releaseName(options.storageClass.name, storageClass),
    chart: chartPath(scope, options.chart),
    namespace: options.namespace,
    atomic: true,
    wait: false,
    maxHistory: 10,
    values: [
      Fn.yamlencode({
        chartDigest: chartDigest(chartFolder(options.chart)),
        storageClass: storageClass.expression,
        ...options.values,
      }),
    ],
    dependsOn: options.dependsOn,
    provider: options.provider,
  });
  hclComment(
    release,
    "Nothing here has to become ready, and a destroy that waits hangs on volumes that are still bound.",
    "wait",
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
  const digest = Fn.sha256(Fn.jsonencode(storageClass.expression));
  return Fn.join("-", [Fn.trim(Fn.substr(className, 0, 44), "-."), Fn.substr(digest, 0, 8)]);
}
