import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Cloud } from "../terraform/providers/cloud";
import { ProviderError } from "../terraform/providers/provider";
import type { ObjectValue } from "../terraform/providers/value";
import { valuesFiles } from "../tools/values-files";
import type { Cluster } from "./cluster";

/**
 * What the offline providers make, in which a Helm release of a local chart is
 * one on a real cluster: installed, upgraded and uninstalled by helm as the
 * helm provider would, with what Terraform gives the provider.
 *
 * A driver's chart would come from its public repository. Of its release only
 * the namespace is made.
 *
 * @see https://github.com/hashicorp/terraform-provider-helm/blob/v3.1.2/helm/resource_helm_release.go
 */
export class HelmCloud extends Cloud {
  /** @param directory Terraform's working directory, where a chart's path begins. */
  constructor(
    private readonly cluster: Cluster,
    private readonly directory: string,
  ) {
    super();
  }

  override put(type: string, id: string, state: ObjectValue): void {
    if (type === "helm_release") {
      const release = state as unknown as HelmRelease;
      if (!release.repository) this.apply(release, this.get(type, id) !== undefined);
      else if (release.create_namespace) this.createNamespace(release.namespace);
    }
    super.put(type, id, state);
  }

  override delete(type: string, id: string): void {
    const release = this.get(type, id) as unknown as HelmRelease;
    if (type === "helm_release" && !release.repository) {
      this.run("helm", ["uninstall", release.name, ...commonFlags(release)]);
    }
    super.delete(type, id);
  }

  private apply(release: HelmRelease, exists: boolean): void {
    const folder = mkdtempSync(join(tmpdir(), "helm-values-"));
    try {
      this.run("helm", [
        ...(exists ? ["upgrade", `--history-max=${release.max_history}`] : ["install"]),
        release.name,
        resolve(this.directory, release.chart),
        ...commonFlags(release),
        ...(release.atomic ? ["--atomic"] : []),
        ...valuesFiles(folder, release.values ?? []),
      ]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  private createNamespace(name: string): void {
    const found = this.run("kubectl", ["get", "namespace", name, "--ignore-not-found", "-o=name"]);
    if (found === "") this.run("kubectl", ["create", "namespace", name]);
  }

  /** Synchronous, since a provider answers a request before it takes the next. */
  private run(command: string, args: readonly string[]): string {
    const env = { ...process.env, ...this.cluster.env };
    try {
      return execFileSync(command, args, { env, encoding: "utf8", stdio: "pipe" });
    } catch (error) {
      throw new ProviderError(`${command} ${args[0]} failed`, (error as { stderr: string }).stderr);
    }
  }
}

/** The arguments of a `helm_release` that decide what helm is told. */
interface HelmRelease {
  readonly name: string;
  readonly namespace: string;
  readonly repository: string | null;
  readonly chart: string;
  readonly values: readonly string[] | null;
  readonly atomic: boolean;
  readonly wait: boolean;
  readonly timeout: number;
  readonly max_history: number;
  readonly create_namespace: boolean;
}

function commonFlags({ namespace, timeout, wait }: HelmRelease): string[] {
  return [`--namespace=${namespace}`, `--timeout=${timeout}s`, ...(wait ? ["--wait"] : [])];
}
