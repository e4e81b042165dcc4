import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { baseEnvironment } from "./command";
import { temporaryFolder } from "./root";
import { knownAfterApply, TerraformError, terraform } from "./terraform";

const network = `
variable "cidr_block" {
  type    = string
  default = "10.0.0.0/16"
}

variable "mode" {
  type    = string
  default = "elastic"

  validation {
    condition     = contains(["bursting", "elastic"], var.mode)
    error_message = "\`mode\` must be bursting or elastic, got \${jsonencode(var.mode)}."
  }
}

provider "aws" {
  region = "us-west-2"
}

resource "aws_vpc" "this" {
  cidr_block = var.cidr_block
}

resource "aws_subnet" "this" {
  count = 2

  vpc_id            = aws_vpc.this.id
  cidr_block        = cidrsubnet(var.cidr_block, 8, count.index)
  availability_zone = "us-west-2\${substr("abc", count.index, 1)}"
}

resource "aws_efs_file_system" "this" {
  encrypted       = true
  throughput_mode = var.mode
}

resource "aws_efs_mount_target" "this" {
  count = length(aws_subnet.this[*].id)

  file_system_id = aws_efs_file_system.this.id
  subnet_id      = aws_subnet.this[count.index].id
}

output "file_system_id" {
  value = aws_efs_file_system.this.id
}
`;

describe("a root from plan to destroy", () => {
  const root = terraform({ "main.tf": network });

  it("plans what is known, and says what is not", async () => {
    const plan = await root.plan();
    expect(plan.warnings).toEqual([]);
    expect(plan.after("aws_efs_file_system.this")).toMatchObject({
      arn: knownAfterApply,
      encrypted: true,
      protection: knownAfterApply,
      region: "us-west-2",
    });
    expect(plan.outputs).toEqual({ file_system_id: knownAfterApply });
    expect(plan.actions["aws_efs_mount_target.this[1]"]).toBe("create");
  });

  it("refuses a bad input with the variable's message, unwrapped", async () => {
    const text = await root.planFails({ mode: "provisioned" });
    expect(text).toContain("Error: Invalid value for variable");
    expect(text).toContain('`mode` must be bursting or elastic, got "provisioned".');
    await expect(root.planFails()).rejects.toThrow("was expected to fail, but it succeeded");
  });

  it("applies, with ids as AWS makes them, and has nothing left to do", async () => {
    const state = await root.apply();
    const { id } = state.values("aws_efs_file_system.this");
    expect(id).toMatch(/^fs-0[0-9a-f]{16}$/);
    expect(state.outputs).toEqual({ file_system_id: id });
    expect(state.values("aws_efs_mount_target.this[1]").availability_zone_name).toBe("us-west-2b");
    expect((await root.plan()).isEmpty).toBe(true);
  });

  it("destroys everything, what hangs on others first", async () => {
    expect((await root.destroy()).resources.size).toBe(0);
    const deleted = root.history.filter(({ action }) => action === "delete");
    const types = deleted.map(({ type }) => type);
    expect(types.lastIndexOf("aws_efs_mount_target")).toBeLessThan(types.indexOf("aws_subnet"));
  });
});

it("writes nothing to a folder, and finds what is not formatted or no HCL", async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "main.tf"), "locals {\na=1\n}\n");
  const root = terraform(folder);
  expect((await root.plan()).isEmpty).toBe(true);
  expect(await root.fmtCheck()).toContain("+  a = 1");
  expect(await terraform({ "main.tf": network.trimStart() }).fmtCheck()).toBe("");
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

describe("test", () => {
  const run = (name: string, condition: string) => `
run "${name}" {
  command = plan

  assert {
    condition     = ${condition}
    error_message = "it is not so"
  }
}
`;

  it("tells what the runs of the root's test files came to, and fails when there are none", async () => {
    const root = { "main.tf": network };
    const mode = run("right", 'var.mode == "elastic"') + run("wrong", 'var.mode == "bursting"');
    const runs = await terraform({ ...root, "tests/mode.tftest.hcl": mode }).test();
    expect(runs).toMatchObject([
      { file: "tests/mode.tftest.hcl", name: "right", status: "pass", text: "" },
      { name: "wrong", status: "fail", text: expect.stringContaining("it is not so") },
    ]);
    await expect(terraform(root).test()).rejects.toThrow(TerraformError);
  });
});

describe("console", () => {
  it("evaluates expressions to their values, or fails with the reason", async () => {
    const root = terraform({ "main.tf": 'variable "who" {}\n' });
    const expressions = ['"a ${var.who}"', '"$${x}\\n\\"<é"', "{ a = [1, true, null] }"];
    const values = ["a b", '${x}\n"<é', { a: [1, true, null] }];
    expect(await root.console(expressions, { who: "b" })).toEqual(values);
    await expect(root.console(["1 +"])).rejects.toThrow("Error: ");
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
