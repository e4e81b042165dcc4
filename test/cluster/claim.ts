import type { Cluster, KubernetesObject } from "./cluster";

/** What a claim asks for, in a namespace of its own. */
export interface ClaimOptions {
  readonly storageClassName: string;
  readonly accessMode?: "ReadWriteMany" | "ReadOnlyMany" | "ReadWriteOnce";
  readonly storage?: string;
}

/** A PersistentVolume on a CSI driver, as far as it is looked at here. */
export interface Volume extends KubernetesObject {
  readonly spec: {
    readonly storageClassName: string;
    readonly mountOptions: readonly string[];
    readonly csi: {
      readonly driver: string;
      readonly volumeHandle: string;
      readonly volumeAttributes: Readonly<Record<string, string>>;
    };
  };
  readonly status: { readonly phase: "Available" | "Bound" | "Released" | "Failed" };
}

interface PersistentVolumeClaim extends KubernetesObject {
  readonly spec: {
    readonly volumeName: string;
    readonly resources: { readonly requests: { readonly storage: string } };
  };
  readonly status: { readonly phase: "Pending" | "Bound" | "Lost" };
}

interface Event extends KubernetesObject {
  readonly message: string;
}

/** The volumes of a class. */
export async function volumesOf(cluster: Cluster, storageClassName: string): Promise<Volume[]> {
  const volumes = await cluster.list<Volume>("pv");
  return volumes.filter(({ spec }) => spec.storageClassName === storageClassName);
}

/** A PersistentVolumeClaim on the cluster. */
export class Claim {
  constructor(
    private readonly cluster: Cluster,
    readonly namespace: string,
    readonly name: string,
  ) {}

  /** Makes a claim. */
  static async create(cluster: Cluster, options: ClaimOptions): Promise<Claim> {
    const [claim] = await Claim.createMany(cluster, 1, options);
    return claim as Claim;
  }

  /** Makes claims in one namespace. */
  static async createMany(
    cluster: Cluster,
    count: number,
    { storageClassName, accessMode = "ReadWriteMany", storage = "10Gi" }: ClaimOptions,
  ): Promise<Claim[]> {
    const namespace = await cluster.createNamespace();
    const names = Array.from({ length: count }, (_, index) => `claim-${index}`);
    const items = names.map((name) => ({
      apiVersion: "v1",
      kind: "PersistentVolumeClaim",
      metadata: { name },
      spec: { storageClassName, accessModes: [accessMode], resources: { requests: { storage } } },
    }));
    await cluster.create({ apiVersion: "v1", kind: "List", items }, namespace);
    return names.map((name) => new Claim(cluster, namespace, name));
  }

  /** The volume that it is bound to, once it is. */
  async volume(timeout = "30s"): Promise<Volume> {
    const bound = "--for=jsonpath={.status.phase}=Bound";
    await this.cluster.kubectl(["wait", bound, `--timeout=${timeout}`, ...this.address]);
    return this.cluster.get<Volume>("pv", (await this.get()).spec.volumeName);
  }

  async phase(): Promise<"Pending" | "Bound" | "Lost"> {
    return (await this.get()).status.phase;
  }

  /** What `kubectl describe` shows of it under Events. */
  async events(): Promise<string[]> {
    const selector = `--field-selector=involvedObject.name=${this.name}`;
    const events = await this.cluster.list<Event>("events", selector, this.inNamespace);
    return events.map(({ message }) => message);
  }

  /** Asks for another size. */
  async resize(storage: string): Promise<void> {
    const patch = JSON.stringify({ spec: { resources: { requests: { storage } } } });
    await this.cluster.kubectl(["patch", ...this.address, `--patch=${patch}`]);
  }

  async requestedStorage(): Promise<string> {
    return (await this.get()).spec.resources.requests.storage;
  }

  /** Deletes it, and waits until it is gone. */
  async delete(): Promise<void> {
    await this.cluster.kubectl(["delete", ...this.address, "--timeout=30s"]);
  }

  private get(): Promise<PersistentVolumeClaim> {
    return this.cluster.get<PersistentVolumeClaim>(...this.address);
  }

  private get address(): string[] {
    return [`pvc/${this.name}`, this.inNamespace];
  }

  private get inNamespace(): string {
    return `--namespace=${this.namespace}`;
  }
}
