import type { Cluster, KubernetesObject } from "./cluster";

/** Releases that the modules name where a test leaves the inputs at their defaults. */
const defaults = /^((efs-sc|s3-mountpoint)-[0-9a-f]{8}|aws-(efs|mountpoint-s3)-csi-driver)$/;

/** Kinds that the control plane itself goes on writing. */
const everChanging = ["componentstatuses", "events", "leases."];

/**
 * Every object on the cluster, as `Kind name` or `Kind namespace/name`, in
 * order; of a shared cluster, those that this run made by name or by release.
 */
export async function inventory(cluster: Cluster): Promise<string[]> {
  const listed = await cluster.kubectl(["api-resources", "--verbs=list", "--output=name"]);
  const kinds = listed
    .trim()
    .split("\n")
    .filter((kind) => !everChanging.some((name) => kind.startsWith(name)));
  const objects = await cluster.list<KubernetesObject & { readonly kind: string }>(
    kinds.join(","),
    "--all-namespaces",
  );
  const counted = cluster.isShared ? objects.filter((object) => isOfRun(object, cluster)) : objects;
  return counted.map(({ kind, metadata }) => `${kind} ${pathOf(metadata)}`).sort();
}

/** Helm writes the release's name on all that a chart makes, but for hooks. */
function isOfRun({ metadata }: KubernetesObject, { prefix }: Cluster): boolean {
  const release = metadata.annotations?.["meta.helm.sh/release-name"] ?? "";
  return (
    [pathOf(metadata), release].some((name) => name.includes(prefix)) || defaults.test(release)
  );
}

function pathOf({ namespace, name }: KubernetesObject["metadata"]): string {
  return namespace === undefined ? name : `${namespace}/${name}`;
}
