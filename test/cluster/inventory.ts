import type { Cluster, KubernetesObject } from "./cluster";

/** Kinds that the control plane itself goes on writing. */
const everChanging = ["componentstatuses", "events", "leases."];

/** Every object on the cluster, as `Kind name` or `Kind namespace/name`, in order. */
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
  return objects.map(({ kind, metadata }) => `${kind} ${pathOf(metadata)}`).sort();
}

function pathOf({ namespace, name }: KubernetesObject["metadata"]): string {
  return namespace === undefined ? name : `${namespace}/${name}`;
}
