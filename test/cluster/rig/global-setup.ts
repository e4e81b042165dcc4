import type { TestProject } from "vitest/node";
import { goTool } from "../../tools/go-tool";
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
 * Gives the tests the cluster that KUBECONFIG_TEST names, or else a control
 * plane of their own, which ends with them.
 */
export default async function setup({ provide }: TestProject): Promise<TearDown> {
  const [kubeconfig, tearDown] = await clusterOf(process.env.KUBECONFIG_TEST);
  const [kubectl, helm] = [await kubernetesProgram("kubectl"), await goTool("helm")];
  provide("cluster", { kubeconfig, kubectl, helm });
  return tearDown;
}

async function clusterOf(given: string | undefined): Promise<[kubeconfig: string, TearDown]> {
  if (given) return [given, async () => undefined];
  say("starting etcd, kube-apiserver, kube-controller-manager");
  const { kubeconfig, processes } = await startControlPlane();
  const tearDown = async () => {
    const failure = processes.failure();
    if (failure !== undefined) say(`during the tests ${failure}`);
    await processes.end();
  };
  return [kubeconfig, tearDown];
}

function say(what: string): void {
  process.stderr.write(`cluster: ${what}\n`);
}
