import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { baseEnvironment, checkVersion, minimumVersion } from "./command";
import { temporaryFolder } from "./root";
import { terraform } from "./terraform";

describe("the environment of a command", () => {
  const developer = {
    PATH: "/bin",
    HOME: "/home/me",
    AWS_PROFILE: "production",
    KUBECONFIG: "/home/me/.kube/config",
    TF_CLI_ARGS: "-lock=false",
    TF_CLI_CONFIG_FILE: "/home/me/mirror.tfrc",
    TF_LOG: "TRACE",
    TF_VAR_region: "eu-west-1",
    TF_WORKSPACE: "mine",
  };

  it("has nothing of the developer's own offline", () => {
    expect(baseEnvironment(developer, true)).toEqual({
      AWS_REGION: "us-east-1",
      GOGC: "400",
      PATH: "/bin",
      HOME: "/home/me",
      CHECKPOINT_DISABLE: "1",
      TF_CLI_CONFIG_FILE: "/dev/null",
      TF_IN_AUTOMATION: "1",
    });
  });

  it("has the developer's credentials and mirror with real providers, but not their switches", () => {
    expect(baseEnvironment(developer, false)).toEqual({
      PATH: "/bin",
      HOME: "/home/me",
      AWS_PROFILE: "production",
      KUBECONFIG: "/home/me/.kube/config",
      CHECKPOINT_DISABLE: "1",
      TF_CLI_CONFIG_FILE: "/home/me/mirror.tfrc",
      TF_IN_AUTOMATION: "1",
    });
  });
});

describe("a machine without a fitting terraform", () => {
  const directory = temporaryFolder();

  /** A `terraform` that only knows its version. */
  function pretend(version: string): { directory: string; env: Record<string, string> } {
    const folder = temporaryFolder();
    const script = `#!/bin/sh\necho '{"terraform_version":"${version}"}'\n`;
    writeFileSync(join(folder, "terraform"), script);
    chmodSync(join(folder, "terraform"), 0o755);
    return { directory, env: { PATH: `${folder}:${process.env.PATH}` } };
  }

  it("is told which version to get, and where", async () => {
    const root = terraform({ "main.tf": "# no terraform" }, { env: { PATH: directory } });
    await expect(root.validate()).rejects.toThrow(
      `These tests need Terraform ${minimumVersion} or later, but \`terraform\` was not found in PATH: install it from https://developer.hashicorp.com/terraform/install`,
    );
  });

  it.each(["0.15.5", "1.10.5"])("is told that %s is too old", async (version) => {
    await expect(checkVersion(pretend(version))).rejects.toThrow(
      `\`terraform\` is version ${version}`,
    );
  });

  it.each([minimumVersion, "1.11.4", "1.12.0-rc1", "2.0.0"])("may have %s", async (version) => {
    await expect(checkVersion(pretend(version))).resolves.toBeUndefined();
  });
});
