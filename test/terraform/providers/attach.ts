import { basename } from "node:path";
import { binary } from "../command";
import type { Cloud } from "./cloud";
import type { Provider, Surroundings } from "./provider";
import { serve } from "./server";

/** OpenTofu knows its own registry's providers alone. */
const registry = basename(binary).startsWith("tofu") ? "registry.opentofu.org/" : "";

/** Providers that run in this process, for one Terraform command. */
export interface Attached {
  /** What tells Terraform to use them. */
  readonly env: Readonly<Record<string, string>>;
  close(): void;
}

/**
 * Starts providers and makes the variable by which Terraform finds them.
 *
 * @see https://developer.hashicorp.com/terraform/plugin/debugging#running-terraform-with-a-provider-in-debug-mode
 */
export async function attach(
  providers: readonly Provider[],
  cloud: Cloud,
  surroundings: Surroundings,
): Promise<Attached> {
  const running = await Promise.all(
    providers.map((provider) => serve(provider, cloud, surroundings)),
  );
  const addresses = providers.map(({ source }, index) => [
    `${registry}${source}`,
    {
      Protocol: "grpc",
      ProtocolVersion: 6,
      // Terraform cancels its calls when it finds no process of this id,
      Pid: process.pid,
      // and must not stop the one that it finds.
      Test: true,
      Addr: { Network: "tcp", String: `127.0.0.1:${running[index]?.port}` },
    },
  ]);
  return {
    env: { TF_REATTACH_PROVIDERS: JSON.stringify(Object.fromEntries(addresses)) },
    close: () => {
      for (const { close } of running) close();
    },
  };
}
