import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { run } from "../../scripts/command/run";
import { folderWith } from "./folder";

const repository = join(__dirname, "../..");
const config = join(repository, ".tflint.hcl");

/** The folders of all Terraform configurations that a user may take from the repository. */
const configurations = ["modules", "generated-hcl", "examples/hcl"].flatMap((folder) =>
  readdirSync(join(repository, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith("versions.tf") && !file.includes(".terraform/"))
    .map((file) => join(folder, dirname(file))),
);

/** What tflint finds in a folder, as `rule: message`. */
async function issues(folder: string): Promise<string[]> {
  const args = [`--config=${config}`, `--chdir=${folder}`, "--format=json", "--force"];
  const report: {
    issues: { rule: { name: string }; message: string; range: { filename: string } }[];
    errors: { message: string }[];
  } = JSON.parse(await run(inject("tools").tflint, args));
  expect(report.errors).toEqual([]);
  return report.issues.map(({ rule, message }) => `${rule.name}: ${message}`);
}

describe("tflint", () => {
  it.each(configurations)("finds nothing in %s", async (folder) => {
    expect(await issues(join(repository, folder))).toEqual([]);
  });

  it("finds a breach of each rule of .tflint.hcl", async () => {
    const rules = readFileSync(config, "utf8").matchAll(/^rule "(\w+)"/gm);
    const folder = folderWith({ "main.tf": breaches });

    const broken = (await issues(folder)).map((issue) => issue.split(":")[0]);

    expect([...new Set(broken)].sort()).toEqual([...rules].map(([, rule]) => rule).sort());
  });
});

/** A configuration that breaks each rule. */
const breaches = `
// deprecated comment syntax, and no required_version
terraform {
  required_providers {
    helm = {
      source  = "hashicorp/helm"
      version = ">= 2.17.0"
    }
  }
}

variable "untypedAndUndocumented" {}

resource "aws_efs_file_system" "Capital" {
  tags = {
    Name = "\${var.untypedAndUndocumented}"
    Name = lookup(local.names, "key")
  }
}

locals {
  names  = {}
  unused = aws_efs_file_system.Capital.*.id.0
  empty  = var.untypedAndUndocumented == []
}

module "unpinned" {
  source = "git::https://example.com/module.git"
}

module "unversioned" {
  source = "example/module/aws"
}

output "undocumented" {
  value = local.empty
}
`;
