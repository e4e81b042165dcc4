import { attach } from "../terraform/providers/attach";
import { aws } from "../terraform/providers/aws";
import { Cloud } from "../terraform/providers/cloud";
import { type Files, rootOf, temporaryFolder } from "../terraform/root";
import { offline, type State, Terraform, type Values } from "../terraform/terraform";
import type { Cluster } from "./cluster";
import { HelmCloud } from "./helm-cloud";

/**
 * A root configuration whose Helm releases Terraform puts on the cluster: by
 * the real helm provider where TERRAFORM_PROVIDERS says so, else by helm with
 * what Terraform tells the offline provider. Nothing reaches AWS either way.
 */
export class Deployment {
  private readonly terraform: Promise<Terraform>;

  constructor(
    cluster: Cluster,
    private readonly source: string | Files,
    private vars: Values = {},
  ) {
    this.terraform = this.start(cluster, source);
  }

  /** Applies with these inputs laid over those before. */
  async apply(vars: Values = {}, ...flags: string[]): Promise<State> {
    this.vars = { ...this.vars, ...vars };
    return (await this.terraform).apply(this.vars, ...flags);
  }

  /** Applies with the modules of another folder, such as those of the version before. */
  async applyOf(modules: string): Promise<State> {
    const files = Object.entries(this.source as Files).map(([name, text]) => [
      name,
      text.replaceAll('"./modules/', `"${modules}/`),
    ]);
    return (await this.terraform).edited(Object.fromEntries(files)).apply(this.vars);
  }

  /** Why an apply fails. */
  async applyFails(): Promise<string> {
    return (await this.terraform).applyFails(this.vars);
  }

  async destroy(): Promise<void> {
    await (await this.terraform).destroy(this.vars);
  }

  private async start(cluster: Cluster, source: string | Files): Promise<Terraform> {
    const { directory } = rootOf(source);
    const cloud = offline ? new HelmCloud(cluster, directory) : new Cloud();
    const env = { ...cluster.env, AWS_REGION: "us-west-2" };
    const attached = offline ? undefined : await attach([aws], cloud, { directory, env });
    const options = { env: { ...env, ...attached?.env }, appliesForReal: true };
    return new Terraform(source, options, { cloud, folder: temporaryFolder() });
  }
}

/** A root configuration that calls a module as its README does, with a variable for each input. */
export function moduleCall(label: string, module: string, inputs: readonly string[]): Files {
  const variables = inputs.map((name) => `variable "${name}" {\n  default = null\n}\n`);
  const passed = inputs.map((name) => `  ${name} = var.${name}\n`);
  const call = `module "${label}" {\n  source = "./modules/csi/${module}"\n\n${passed.join("")}}\n`;
  return { "main.tf": [...variables, call].join("\n") };
}
