import type { TestProject } from "vitest/node";
import clusterSetup from "../cluster/rig/global-setup";
import { settings } from "./settings";

/** Gives the tests the cluster that KUBECONFIG_TEST names, once all that they need is named. */
export default async function setup(project: TestProject): Promise<void> {
  settings(process.env);
  await clusterSetup(project);
}
