import { devNull } from "node:os";
import { type Finished, finish } from "../../scripts/command/run";

/** The program that the tests run: `terraform`, or what TERRAFORM_BINARY names, such as `tofu`. */
export const binary = process.env.TERRAFORM_BINARY || "terraform";

/** Where and how to run a command. */
export interface RunOptions {
  readonly directory: string;
  readonly env: Readonly<Record<string, string>>;
  readonly input?: string;
}

/** Whether the tests use the providers of this folder, rather than those of a registry. */
export const offline = providersAreOffline(process.env.TERRAFORM_PROVIDERS);

function providersAreOffline(setting: string | undefined): boolean {
  if (setting === "registry") return false;
  if (!setting) return true;
  throw new Error(
    `TERRAFORM_PROVIDERS is "${setting}"; it may be "registry", or left out for the offline providers`,
  );
}

/**
 * The environment that Terraform runs in.
 *
 * Offline it is made from nothing, so that a developer's TF_LOG, TF_CLI_ARGS, TF_WORKSPACE, TF_VAR_x,
 * AWS_PROFILE or KUBECONFIG change no test. Only AWS_REGION is there, without which the AWS provider
 * does not start.
 *
 * With real providers it is the developer's own, for the credentials, but for what would change
 * Terraform's output or choose another state.
 */
export function baseEnvironment(
  own: Readonly<Record<string, string | undefined>> = process.env,
  isOffline = offline,
): Record<string, string> {
  const passes = isOffline
    ? (name: string) => ["PATH", "HOME", "TMPDIR", "SystemRoot"].includes(name)
    : (name: string) =>
        !name.startsWith("TF_") || /^TF_(CLI_CONFIG_FILE|PLUGIN_CACHE_DIR|TOKEN_\w+)$/.test(name);
  const kept = Object.entries(own).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && passes(entry[0]),
  );
  return {
    ...Object.fromEntries(kept),
    CHECKPOINT_DISABLE: "1",
    TF_IN_AUTOMATION: "1",
    ...(isOffline && {
      AWS_REGION: "us-east-1",
      // A command lives too short to collect garbage as often as Go would: a third less time.
      GOGC: "400",
      TF_CLI_CONFIG_FILE: devNull,
    }),
  };
}

/**
 * Runs `terraform` to its end.
 *
 * Never synchronously: the providers answer from this very process.
 */
export function run(
  args: readonly string[],
  { directory, env, input }: RunOptions,
): Promise<Finished> {
  return finish(binary, args, { cwd: directory, env, isolated: true, input, hint: howToGet });
}

const howToGet =
  "These tests need Terraform 1.11 or later: install it from https://developer.hashicorp.com/terraform/install.";
