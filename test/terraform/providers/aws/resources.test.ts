import { describe, expect, it } from "vitest";
import { knownAfterApply, terraform } from "../../terraform";

const versions = `terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}
`;

describe("a resource", () => {
  const resources = `provider "aws" {
  region = "us-west-2"

  default_tags {
    tags = {
      team = "storage"
      Name = "default"
    }
  }
}

variable "tags" {
  type    = map(string)
  default = { Name = "prod" }
}

resource "terraform_data" "later" {}

resource "aws_efs_file_system" "this" {
  tags = var.tags
}

resource "aws_efs_file_system" "later" {
  tags = { Name = terraform_data.later.id }
}

resource "aws_security_group" "this" {}

resource "aws_efs_mount_target" "this" {
  file_system_id  = aws_efs_file_system.this.id
  subnet_id       = "subnet-0123456789abcdef0"
  security_groups = [aws_security_group.this.id]
}
`;
  const root = terraform({ "main.tf": versions + resources });

  it("shows its own tags with the provider's default tags", async () => {
    const plan = await root.plan();
    expect(plan.after("aws_efs_file_system.this").tags_all).toEqual({
      team: "storage",
      Name: "prod",
    });
    expect(plan.after("aws_efs_file_system.later").tags_all).toBe(knownAfterApply);
  });

  it("shows a set as unknown when one of its items is", async () => {
    const { security_groups: groups } = (await root.plan()).after("aws_efs_mount_target.this");
    expect(groups).toBe(knownAfterApply);
  });

  it("is left alone by a change of its tags, but for them", async () => {
    const state = await root.apply();
    expect(state.values("aws_efs_file_system.this").name).toBe("prod");
    expect((await root.plan()).isEmpty).toBe(true);
    const { after, before } = (await root.plan({ tags: {} })).change("aws_efs_file_system.this");
    expect(after).toEqual({
      ...before,
      tags: {},
      tags_all: { team: "storage", Name: "default" },
    });
  });
});

describe("two configurations of one provider", () => {
  it("each have their own region", async () => {
    const provider = (alias: string, region: string) =>
      `provider "aws" {\n  alias  = "${alias}"\n  region = "${region}"\n}\n`;
    const fileSystem = (name: string, body: string) =>
      `resource "aws_efs_file_system" "${name}" {\n  provider = aws.${name}\n${body}}\n`;
    const root = terraform({
      "main.tf": [
        versions,
        provider("west", "us-west-2"),
        provider("east", "us-east-1"),
        fileSystem("west", ""),
        fileSystem("east", ""),
        'resource "aws_efs_file_system" "other" {\n  provider = aws.west\n  region = "eu-west-1"\n}\n',
      ].join("\n"),
    });
    const plan = await root.plan();
    const regions = ["west", "east", "other"].map(
      (name) => plan.after(`aws_efs_file_system.${name}`).region,
    );
    expect(regions).toEqual(["us-west-2", "us-east-1", "eu-west-1"]);
    await root.apply();
    expect((await root.plan()).isEmpty).toBe(true);
  });

  it("need a region, from the configuration or the environment", async () => {
    const files = { "main.tf": `${versions}\nresource "aws_efs_file_system" "this" {}\n` };
    const without = terraform(files, { env: { AWS_REGION: "" } });
    expect(await without.planFails()).toContain("invalid AWS Region");
    const plan = await terraform(files, { env: { AWS_REGION: "us-west-2" } }).plan();
    expect(plan.after("aws_efs_file_system.this").region).toBe("us-west-2");
  });
});
