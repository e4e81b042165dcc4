import { randomBytes } from "node:crypto";
import type { TestProject } from "vitest/node";
import { goProgram } from "../../go-programs";
import type { ClusterAccess } from "../cluster";
import { startControlPlane } from "./control-plane";
import { kubernetesProgram } from "./kubernetes-program";

declare module "vitest" {
  export interface ProvidedContext {
    /** The cluster that the tests run on. */
    cluster: ClusterAccess;
  }
}

/** What ends the cluster again. */
type TearDown = () => Promise<void>;

/**
 * Gives the tests the cluster that KUBECONFIG_TEST names, or else a control plane of their own, which ends with them.
 */
export default async function setup({ provide }: TestProject): Promise<TearDown | undefined> {
  const given = process.env.KUBECONFIG_TEST;
  const { kubeconfig, tearDown } = given ? { kubeconfig: given } : await controlPlane();
  const access: ClusterAccess = {
    kubeconfig,
    kubectl: await kubernetesProgram("kubectl"),
    helm: await goProgram("helm"),
    prefix: `csi-test-${randomBytes(3).toString("hex")}-`,
    isShared: Boolean(given),
  };
  provide("cluster", access);
  return tearDown;
}

async function controlPlane(): Promise<{ kubeconfig: string; tearDown?: TearDown }> {
  say("starting etcd, kube-apiserver, kube-controller-manager");
  const { kubeconfig, processes } = await startControlPlane();
  const tearDown = async () => {
    const failure = processes.failure();
    if (failure !== undefined) say(`during the tests ${failure}`);
    await processes.end();
  };
  return { kubeconfig, tearDown };
}

function say(what: string): void {
  process.stderr.write(`cluster: ${what}\n`);
}
