import type { Cluster } from "../cluster/cluster";

/** A pod that is not root and has the volume of a claim at /data. */
export class Pod {
  private constructor(
    private readonly cluster: Cluster,
    private readonly namespace: string,
    private readonly name: string,
  ) {}

  /** Starts it, and waits until it runs: until its volume is mounted. */
  static async start(
    cluster: Cluster,
    claim: { readonly namespace: string; readonly name: string },
    runAsUser: number,
  ): Promise<Pod> {
    const name = `user-${runAsUser}`;
    await cluster.create(manifest(name, claim.name, runAsUser), claim.namespace);
    const pod = new Pod(cluster, claim.namespace, name);
    try {
      await pod.kubectl("wait", "--for=condition=Ready", `pod/${name}`, "--timeout=3m");
    } catch (error) {
      throw new Error(`${error}\n${await pod.kubectl("describe", "pod", name)}`);
    }
    return pod;
  }

  /** Runs a command line in it and returns what it prints. */
  sh(commandLine: string): Promise<string> {
    return this.kubectl("exec", this.name, "--", "sh", "-euc", commandLine);
  }

  /** Deletes it, and waits until it is gone. */
  async delete(): Promise<void> {
    await this.kubectl("delete", "pod", this.name, "--timeout=3m");
  }

  private kubectl(...args: string[]): Promise<string> {
    return this.cluster.kubectl([`--namespace=${this.namespace}`, ...args]);
  }
}

function manifest(name: string, claimName: string, runAsUser: number): object {
  return {
    apiVersion: "v1",
    kind: "Pod",
    metadata: { name },
    spec: {
      automountServiceAccountToken: false,
      // The first process of a container ignores SIGTERM unless it handles it.
      terminationGracePeriodSeconds: 1,
      securityContext: {
        runAsNonRoot: true,
        runAsUser,
        seccompProfile: { type: "RuntimeDefault" },
      },
      containers: [
        {
          name: "user",
          image: "public.ecr.aws/docker/library/busybox:1.37.0",
          command: ["sleep", "infinity"],
          securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ["ALL"] } },
          volumeMounts: [{ name: "data", mountPath: "/data" }],
        },
      ],
      volumes: [{ name: "data", persistentVolumeClaim: { claimName } }],
    },
  };
}
