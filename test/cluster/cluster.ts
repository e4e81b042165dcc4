import { randomBytes } from "node:crypto";
import { delimiter, dirname } from "node:path";
import { stringify } from "yaml";
import { run } from "../../scripts/command/run";
import { allInTurn } from "./in-turn";

/** Where a cluster is and what it is spoken to with. */
export interface ClusterAccess {
  /** Kubeconfig file, whose current context is the cluster. */
  readonly kubeconfig: string;
  /** Path of kubectl. */
  readonly kubectl: string;
  /** Path of helm. */
  readonly helm: string;
  /** What all names begin with that the tests of this run give. */
  readonly prefix: string;
  /** Whether others use the cluster, too. */
  readonly isShared: boolean;
}

/** What every kind of Kubernetes object has. */
export interface KubernetesObject {
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly uid: string;
    readonly annotations?: Readonly<Record<string, string>>;
    readonly deletionTimestamp?: string;
  };
}

/** A cluster, spoken to by kubectl as its users do. */
export class Cluster {
  /** Variables by which kubectl, helm and Terraform's helm provider find the cluster. */
  readonly env: Readonly<Record<string, string>>;
  /** What all names begin with that the tests of this run give. */
  readonly prefix: string;
  /** Whether others use the cluster, too. */
  readonly isShared: boolean;
  private readonly namespaces: string[] = [];

  constructor({ kubeconfig, kubectl, helm, prefix, isShared }: ClusterAccess) {
    this.prefix = prefix;
    this.isShared = isShared;
    this.env = {
      KUBECONFIG: kubeconfig,
      KUBE_CONFIG_PATH: kubeconfig,
      PATH: [dirname(kubectl), dirname(helm), process.env.PATH].join(delimiter),
    };
  }

  /** Runs a command line word for word, as a reader of the documentation would. */
  shell(commandLine: string): Promise<string> {
    return run("bash", ["-euo", "pipefail", "-c", commandLine], { env: this.env });
  }

  /** Runs kubectl and returns what it prints. */
  kubectl(args: readonly string[], input?: string): Promise<string> {
    return run("kubectl", args, { env: this.env, input });
  }

  /** Creates an object from a manifest, or from its YAML. */
  async create(manifest: object | string, namespace = "default"): Promise<void> {
    const yaml = typeof manifest === "string" ? manifest : stringify(manifest);
    await this.kubectl(["create", `--namespace=${namespace}`, "-f", "-"], yaml);
  }

  /** An object as the API server has it, such as `get("pvc", "data", "--namespace=x")`. */
  async get<T extends KubernetesObject>(...args: readonly string[]): Promise<T> {
    return JSON.parse(await this.kubectl(["get", ...args, "-o=json"]));
  }

  /** The objects of a kind, such as `list("pvc", "--namespace=x")`. */
  async list<T extends KubernetesObject>(...args: readonly string[]): Promise<readonly T[]> {
    return JSON.parse(await this.kubectl(["get", ...args, "-o=json"])).items;
  }

  /** A name for a class or a volume that no one else uses. */
  uniqueName(): string {
    return this.prefix + randomBytes(4).toString("hex");
  }

  /** A name for a namespace that no one else uses, which `deleteNamespaces` deletes. */
  namespaceName(): string {
    const name = this.uniqueName();
    this.namespaces.push(name);
    return name;
  }

  /** Makes a namespace that no one else uses and returns its name. */
  async createNamespace(): Promise<string> {
    const name = this.namespaceName();
    await this.kubectl(["create", "namespace", name]);
    return name;
  }

  /** Deletes the pods and claims in the namespaces named here, then the namespaces, without waiting for these. */
  async deleteNamespaces(): Promise<void> {
    const names = [...this.namespaces];
    if (names.length === 0) return;
    const deleteUsers = ["delete", "pods,pvc", "--all", "--timeout=60s"];
    const deleteNamespaces = ["delete", "namespaces", "--ignore-not-found", "--wait=false"];
    await allInTurn(
      ...names.map((name) => () => this.kubectl([...deleteUsers, `--namespace=${name}`])),
      () => this.kubectl([...deleteNamespaces, ...names]),
    );
    this.namespaces.splice(0);
  }
}
