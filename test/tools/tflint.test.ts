import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { run } from "../run";
import { configurationFolders, repository } from "./configurations";
import { folderWith } from "./folder";
import { goTool } from "./go-tool";

const config = join(repository, ".tflint.hcl");

let tflint: string;

beforeAll(async () => {
  tflint = await goTool("tflint");
}, 600_000);

/** What tflint finds in a folder, as `rule: message`. */
async function issues(folder: string): Promise<string[]> {
  const args = [`--config=${config}`, `--chdir=${folder}`, "--format=json", "--force"];
  const report: {
    issues: { rule: { name: string }; message: string; range: { filename: string } }[];
    errors: { message: string }[];
  } = JSON.parse(await run(tflint, args));
  expect(report.errors).toEqual([]);
  return report.issues.map(({ rule, message }) => `${rule.name}: ${message}`);
}

describe("tflint", { timeout: 60_000 }, () => {
  it.each(configurationFolders)("finds nothing in %s", async (folder) => {
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
