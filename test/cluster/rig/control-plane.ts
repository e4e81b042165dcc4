import { generateKeyPairSync, randomBytes } from "node:crypto";
import { existsSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { stringify } from "yaml";
import { run } from "../../../scripts/command/run";
import { kubernetesProgram } from "./kubernetes-program";
import { OwnedProcesses } from "./owned-processes";

/** A Kubernetes control plane without nodes, on this machine alone. */
export interface ControlPlane {
  /** Kubeconfig file of a cluster administrator. */
  readonly kubeconfig: string;
  /** What it listens on: the two ports of etcd, and that of kube-apiserver. */
  readonly ports: readonly number[];
  /** The processes and their temporary folder. */
  readonly processes: OwnedProcesses;
}

/** More than a loaded machine needs; an idle one takes some five seconds. */
const READY_TIMEOUT_MS = 120_000;

/**
 * Starts etcd, kube-apiserver and kube-controller-manager on 127.0.0.1 and
 * waits until they serve.
 */
export async function startControlPlane(program = kubernetesProgram): Promise<ControlPlane> {
  await run("etcd", ["--version"], {
    hint: "kube-apiserver keeps its objects in it: install it by `apt-get install etcd-server` (Debian, Ubuntu), `brew install etcd` (macOS), or from https://github.com/etcd-io/etcd/releases.",
  });
  const programs = {
    kubectl: await program("kubectl"),
    apiserver: await program("kube-apiserver"),
    controllerManager: await program("kube-controller-manager"),
  };
  const processes = new OwnedProcesses("clockwork-codex-csi-cluster-");
  try {
    const ports = await freePorts(3);
    return { kubeconfig: await startOn(ports, processes, programs), ports, processes };
  } catch (error) {
    await processes.end();
    throw error;
  }
}

type Programs = Readonly<Record<"apiserver" | "controllerManager" | "kubectl", string>>;

async function startOn(
  [etcdPort, peerPort, apiPort]: readonly number[],
  processes: OwnedProcesses,
  programs: Programs,
): Promise<string> {
  const file = (name: string) => join(processes.folder, name);
  const etcd = `http://127.0.0.1:${etcdPort}`;
  const peer = `http://127.0.0.1:${peerPort}`;
  processes.start("etcd", [
    `--data-dir=${file("etcd")}`,
    `--listen-client-urls=${etcd}`,
    `--advertise-client-urls=${etcd}`,
    `--listen-peer-urls=${peer}`,
    `--initial-advertise-peer-urls=${peer}`,
    `--initial-cluster=default=${peer}`,
  ]);

  const key = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
  const serviceAccountKey = file("service-account.key");
  const token = randomBytes(32).toString("hex");
  const secret = { mode: 0o600 };
  writeFileSync(serviceAccountKey, key.export({ type: "pkcs8", format: "pem" }), secret);
  writeFileSync(file("tokens.csv"), `${token},admin,admin,system:masters\n`, secret);
  const certificates = file("certificates");
  processes.start(programs.apiserver, [
    `--etcd-servers=${etcd}`,
    "--bind-address=127.0.0.1",
    `--secure-port=${apiPort}`,
    `--cert-dir=${certificates}`,
    `--token-auth-file=${file("tokens.csv")}`,
    "--authorization-mode=RBAC",
    "--allow-privileged",
    "--service-account-issuer=https://kubernetes.default.svc",
    `--service-account-key-file=${serviceAccountKey}`,
    `--service-account-signing-key-file=${serviceAccountKey}`,
    "--service-cluster-ip-range=10.0.0.0/24",
    // etcd 3.4 has no RequestWatchProgress, without which a WatchList waits for the next write.
    "--feature-gates=WatchList=false,WatchListClient=false",
  ]);

  const kubeconfig = file("kubeconfig");
  const authority = join(certificates, "apiserver.crt");
  writeFileSync(kubeconfig, adminKubeconfig(String(apiPort), authority, token), secret);
  // The key is written after the certificate, which is then whole.
  await until(processes, "kube-apiserver to make a certificate for itself", async () =>
    existsSync(join(certificates, "apiserver.key")),
  );
  processes.start(programs.controllerManager, [
    `--kubeconfig=${kubeconfig}`,
    "--leader-elect=false",
    "--secure-port=0",
    "--use-service-account-credentials",
    `--service-account-private-key-file=${serviceAccountKey}`,
    `--root-ca-file=${authority}`,
    // By default a claim that found no volume is tried again after 15 s, and a controller may
    // make 20 requests a second: hundreds of claims would take minutes.
    "--pvclaimbinder-sync-period=1s",
    "--kube-api-qps=200",
    "--kube-api-burst=400",
    "--feature-gates=WatchListClient=false",
  ]);

  const kubectl = (...args: string[]) =>
    run(programs.kubectl, args, { env: { KUBECONFIG: kubeconfig } });
  await until(processes, "kube-apiserver to be ready", () => kubectl("get", "--raw", "/readyz"));
  await until(processes, "kube-controller-manager to make a service account", () =>
    kubectl("get", "serviceaccount", "default", "--namespace=default"),
  );
  return kubeconfig;
}

function adminKubeconfig(port: string, authority: string, token: string): string {
  const name = "clockwork-codex-csi-test";
  const server = `https://127.0.0.1:${port}`;
  return stringify({
    apiVersion: "v1",
    kind: "Config",
    clusters: [{ name, cluster: { server, "certificate-authority": authority } }],
    users: [{ name, user: { token } }],
    contexts: [{ name, context: { cluster: name, user: name } }],
    "current-context": name,
  });
}

/** Waits for an answer other than an error or false, as long as every process runs. */
async function until(
  processes: OwnedProcesses,
  what: string,
  probe: () => Promise<unknown>,
): Promise<void> {
  const deadline = Date.now() + READY_TIMEOUT_MS;
  for (;;) {
    if (await probe().catch(() => false)) return;
    const failure = processes.failure();
    if (failure !== undefined) {
      throw new Error(`the control plane did not come up, for ${failure}`);
    }
    if (Date.now() > deadline) {
      const seconds = READY_TIMEOUT_MS / 1000;
      throw new Error(`waited ${seconds} s in vain for ${what}\n${processes.tails()}`);
    }
    await sleep(100);
  }
}

/** Ports that nobody listens on: all are held until the last is known. */
async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer().listen(0, "127.0.0.1");
      await new Promise((resolve, reject) => server.on("listening", resolve).on("error", reject));
      return server;
    }),
  );
  return Promise.all(
    servers.map(async (server) => {
      const address = server.address();
      await new Promise((resolve) => server.close(resolve));
      if (address === null || typeof address === "string") throw new Error("no port was given");
      return address.port;
    }),
  );
}
