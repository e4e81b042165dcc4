import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { baseEnvironment } from "./command";
import { temporaryFolder } from "./root";
import { TerraformError, terraform } from "./terraform";

it("writes nothing to a folder, and finds what is not formatted or no HCL", async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "main.tf"), "locals {\na=1\n}\n");
  const root = terraform(folder);
  expect((await root.plan()).isEmpty).toBe(true);
  expect(await root.fmtCheck()).toContain("+  a = 1");
  expect(readdirSync(folder)).toEqual(["main.tf"]);
  await expect(terraform({ "main.tf": "locals {" }).fmtCheck()).rejects.toThrow(TerraformError);
});

describe("validate", () => {
  it.each([
    { name: "an unknown argument", body: "colour = 1", text: "Unsupported argument" },
    { name: "a value of the wrong type", body: "tags = 1", text: "map of string required" },
    { name: "an unknown block", body: "replica {}", text: "Unsupported block type" },
    { name: "a block too many", body: "protection {}\n protection {}", text: "No more than 1" },
    {
      name: "a value for what AWS decides",
      body: 'arn = "x"',
      text: 'Can\'t configure a value for "arn"',
    },
  ])("refuses $name", async ({ body, text }) => {
    const files = { "main.tf": `resource "aws_efs_file_system" "this" {\n${body}\n}\n` };
    const [{ summary, detail, severity }] = await terraform(files).validate();
    expect(`${severity}: ${summary} ${detail}`).toContain(text);
  });
});

describe("the environment of a command", () => {
  const developer = {
    PATH: "/bin",
    AWS_PROFILE: "production",
    KUBECONFIG: "/home/me/.kube/config",
    TF_CLI_ARGS: "-lock=false",
    TF_CLI_CONFIG_FILE: "/home/me/mirror.tfrc",
    TF_VAR_region: "eu-west-1",
    TF_WORKSPACE: "mine",
  };
  const ours = { PATH: "/bin", CHECKPOINT_DISABLE: "1", TF_IN_AUTOMATION: "1" };

  it("has nothing of the developer's own offline", () => {
    const offline = { AWS_REGION: "us-east-1", GOGC: "400", TF_CLI_CONFIG_FILE: "/dev/null" };
    expect(baseEnvironment(developer, true)).toEqual({ ...ours, ...offline });
  });

  it("has the developer's credentials and mirror with real providers, but not their switches", () => {
    const { AWS_PROFILE, KUBECONFIG, TF_CLI_CONFIG_FILE } = developer;
    const kept = { AWS_PROFILE, KUBECONFIG, TF_CLI_CONFIG_FILE };
    expect(baseEnvironment(developer, false)).toEqual({ ...ours, ...kept });
  });
});

it("tells a machine without terraform which version to get, and where", async () => {
  const root = terraform({ "main.tf": "" }, { env: { PATH: temporaryFolder() } });
  await expect(root.validate()).rejects.toThrow(
    "`terraform` is not on the PATH. These tests need Terraform 1.11 or later: install it from https://",
  );
});

describe("TERRAFORM_PROVIDERS", () => {
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.resetModules();
  });

  /** The harness as it is with this value of the variable. */
  async function load(setting: string) {
    vi.stubEnv("TERRAFORM_PROVIDERS", setting);
    vi.resetModules();
    return import("./terraform");
  }

  it("is registry or left out", async () => {
    expect((await load("")).offline).toBe(true);
    expect((await load("registry")).offline).toBe(false);
    await expect(load("mirror")).rejects.toThrow('it may be "registry"');
  });

  it("keeps an apply from making real things, and objects of a test from real providers", async () => {
    const { terraform } = await load("registry");
    const root = terraform({ "main.tf": "# nothing" });
    await expect(root.apply()).rejects.toThrow("would make real things");
    await expect(root.destroy()).rejects.toThrow("would make real things");
    const existing = { aws_vpc: [{ id: "vpc-0123456789abcdef0" }] };
    expect(() => terraform({}, { existing })).toThrow("real ones cannot know them");
  });
});
