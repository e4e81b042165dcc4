import { type TerraformProvider, TerraformResource, TerraformStack } from "cdktf";
import type { Construct, IConstruct } from "constructs";
import { Release } from "./resources";

/** What a construct installs once in a cluster. */
interface Installed {
  /** Its name in the cluster. */
  readonly name: string;
  /** Helm provider of the cluster; the stack's default one if undefined. */
  readonly provider?: TerraformProvider;
  /** Driver that serves it, which is in one cluster. */
  readonly driver?: Driver;
}

/** A driver that classes are made on. */
export interface Driver extends IConstruct {
  readonly namespace: string;
  readonly helmProvider?: TerraformProvider;
}

/** The drivers and the classes of every program, by the construct that each belongs to. */
const drivers = new WeakMap<IConstruct, Installed>();
const classes = new WeakMap<IConstruct, Installed>();

/**
 * Refuses, when the program is synthesized, a second release of a driver's
 * chart in a cluster: the chart's CSIDriver object and cluster roles have fixed
 * names. A release of the program's own counts, too.
 */
export function validateOnlyRelease(driver: Construct, chart: string, release: Release): void {
  drivers.set(driver, { name: chart, provider: release.provider });
  driver.node.addValidation({
    validate: () =>
      [...sharers(driver, drivers), ...ownReleases(driver, chart, release)].map(
        (other) =>
          `a cluster takes one release of the driver ${chart}, and ${other.node.path} installs it already: ` +
          "install it once and pass that one as `driver` of each storage class, or give this one the `helmProvider` of another cluster.",
      ),
  });
}

/** Refuses, when the program is synthesized, a second class of a name in a cluster. */
export function validateOnlyClass(storageClass: Construct, name: string, driver: Driver): void {
  classes.set(storageClass, { name, provider: driver.helmProvider, driver });
  storageClass.node.addValidation({
    validate: () =>
      sharers(storageClass, classes).map(
        (other) =>
          `\`storageClassName\` must be unique in a cluster, and ${other.node.path} has it already, got ${JSON.stringify(name)}: give one of them another.`,
      ),
  });
}

/** The constructs before this one that installed the same; each pair is told of once. */
function sharers(construct: Construct, registered: WeakMap<IConstruct, Installed>): IConstruct[] {
  const { name, provider, driver } = registered.get(construct) as Installed;
  const elements = construct.node.root.node.findAll();
  return elements.slice(0, elements.indexOf(construct)).filter((element) => {
    const other = registered.get(element);
    if (other?.name !== name) return false;
    return TerraformStack.of(element) === TerraformStack.of(construct)
      ? sameCluster(other.provider, provider)
      : driver !== undefined && other.driver === driver;
  });
}

/** The releases of a chart that the program makes by itself. */
function ownReleases(driver: Construct, chart: string, release: Release): IConstruct[] {
  return TerraformStack.of(driver)
    .node.findAll()
    .filter((element): element is Release => {
      if (!TerraformResource.isTerraformResource(element)) return false;
      const { terraformResourceType, node, provider } = element;
      const { nameInput, chartInput } = element as Release;
      return (
        terraformResourceType === Release.tfResourceType &&
        !drivers.has(node.scope as IConstruct) &&
        [nameInput, lastPart(chartInput)].includes(chart) &&
        sameCluster(provider, release.provider)
      );
    });
}

/** The chart's name, where it is given with its repository or path. */
function lastPart(chart: string | undefined): string | undefined {
  return chart
    ?.split("/")
    .at(-1)
    ?.replace(/-\d[^/]*\.tgz$/, "");
}

/**
 * Whether two Helm providers reach the same cluster, as far as a program can
 * know: they are one. One that is not given is the stack's default.
 */
function sameCluster(
  one: TerraformProvider | undefined,
  other: TerraformProvider | undefined,
): boolean {
  return (one?.fqn ?? "helm") === (other?.fqn ?? "helm");
}
