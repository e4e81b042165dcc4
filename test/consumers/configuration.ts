import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * What Terraform would read of a synthesized stack, but for the one thing in it
 * that is the program's own: the default backend keeps the state in the folder
 * that the program ran in, by an absolute path.
 */
// biome-ignore lint/suspicious/noExplicitAny: a document as Terraform reads it.
export function configurationOf(stack: string): Record<string, any> {
  const configuration = JSON.parse(readFileSync(join(stack, "cdk.tf.json"), "utf8"));
  const { local } = configuration.terraform.backend;
  if (!/^\/.*\/terraform\.\w+\.tfstate$/.test(local.path)) {
    throw new Error(`expected the state to be kept beside the program, got ${local.path}`);
  }
  delete local.path;
  return configuration;
}
