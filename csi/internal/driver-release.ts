import {
  Fn,
  type ITerraformDependable,
  TerraformLocal,
  type TerraformProvider,
  TerraformResource,
  TerraformStack,
} from "cdktf";
import type { Construct } from "constructs";
import { hclComment } from "./hcl-comment";
import { Release } from "./resources";
import { sameCluster } from "./same-cluster";

/**
 * What sets the Helm release of one driver apart from another's.
 */
export interface DriverReleaseOptions {
  /** Name of the chart, and of its release. */
  readonly chart: string;
  /** Address of the chart's public repository. */
  readonly repository: string;
  /** Exact version of the chart. */
  readonly version: string;
  /** Namespace of the driver's service accounts and pods. */
  readonly namespace: string;
  /** Seconds that an install or upgrade may take, and why. */
  readonly timeout: { readonly seconds: number; readonly why: string };
  /** Values of the chart that the driver needs; its own if omitted. */
  readonly values?: object;
  /** Values of the caller, laid over those. */
  readonly driverValues?: object;
  /** What must exist before the driver's pods start. */
  readonly dependsOn?: ITerraformDependable[];
  /** Provider of the release; the stack's default one if omitted. */
  readonly provider?: TerraformProvider;
}

/**
 * Installs a CSI driver from its own chart, as the release named like the chart.
 *
 * A cluster takes one release of a driver: its CSIDriver object and cluster
 * roles have fixed names. So a second one under the same provider is refused.
 */
export function driverRelease(driver: Construct, options: DriverReleaseOptions): Release {
  refuseSecondRelease(driver, options);
  const release = new Release(driver, "Resource", {
    name: options.chart,
    repository: options.repository,
    chart: options.chart,
    version: options.version,
    namespace: options.namespace,
    createNamespace: true,
    atomic: true,
    wait: true,
    timeout: options.timeout.seconds,
    maxHistory: 10,
    values: encodedValues(driver, options),
    dependsOn: options.dependsOn,
    provider: options.provider,
  });
  hclComment(
    release,
    "A failed install is rolled back, so that the next apply does not find its name in use.",
    "atomic",
  );
  hclComment(release, options.timeout.why, "timeout");
  return release;
}

function encodedValues(driver: Construct, options: DriverReleaseOptions): string[] | undefined {
  const encoded: string[] = [];
  if (options.values !== undefined) {
    encoded.push(Fn.yamlencode(options.values));
  }
  if (options.driverValues !== undefined) {
    // In a local, for cdktf does not escape strings within a function's arguments.
    const values = new TerraformLocal(driver, "values", options.driverValues);
    encoded.push(Fn.yamlencode(values.expression));
  }
  return encoded.length > 0 ? encoded : undefined;
}

function refuseSecondRelease(driver: Construct, options: DriverReleaseOptions): void {
  const other = TerraformStack.of(driver)
    .node.findAll()
    .find(
      (element): element is Release =>
        TerraformResource.isTerraformResource(element) &&
        element.terraformResourceType === Release.tfResourceType &&
        (element as Release).nameInput === options.chart &&
        sameCluster(element.provider, options.provider),
    );
  if (other !== undefined) {
    const first = other.node.id === "Resource" ? other.node.scope : other;
    throw new Error(
      `${driver.node.path}: a cluster takes one release of the driver ${options.chart}, and ${first?.node.path} installs it already: ` +
        `install it once and pass that one as \`driver\` of each storage class, or give this one the \`helmProvider\` of another cluster.`,
    );
  }
}
