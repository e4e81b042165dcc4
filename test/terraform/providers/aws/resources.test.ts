import { describe, expect, it } from "vitest";
import { knownAfterApply, offline, terraform } from "../../terraform";

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

describe.runIf(offline)("what AWS refuses", () => {
  const subnet = (id: string, zone: string, cidr: string) => ({
    id: `subnet-${id}`,
    availability_zone: `us-west-2${zone}`,
    cidr_block: cidr,
    region: "us-west-2",
    vpc_id: "vpc-1",
  });
  const existing = {
    aws_subnet: [
      subnet("1", "a", "10.0.1.0/24"),
      subnet("2", "b", "10.0.2.0/24"),
      subnet("3", "b", "10.0.4.0/24"),
    ],
  };

  /** Which of resources of a type an apply makes, and why not the others. */
  async function apply(type: string, bodies: Record<string, object>) {
    const provider = { aws: { region: "us-west-2" } };
    const files = { "main.tf.json": JSON.stringify({ provider, resource: { [type]: bodies } }) };
    const root = terraform(files, { existing });
    return { message: await root.applyFails(), made: root.history.length };
  }

  it("is a second mount target of a file system in a zone", async () => {
    const target = (system: string, id: string) => ({
      file_system_id: `fs-${system}`,
      subnet_id: `subnet-${id}`,
    });
    const { message, made } = await apply("aws_efs_mount_target", {
      one: target("1", "1"),
      another_zone: target("1", "2"),
      same_zone: target("1", "3"),
      another_system: target("2", "3"),
      unknown_zone: target("1", "4"),
      unknown_zone_too: target("1", "5"),
    });
    expect(message).toContain("MountTargetConflict: mount target already exists in this AZ");
    expect(message).toMatch(/aws_efs_mount_target\.(another_zone|same_zone)/);
    expect(made).toBe(5);
  });

  it("is a subnet of the addresses of another one in the VPC", async () => {
    const { message, made } = await apply("aws_subnet", {
      beside: { vpc_id: "vpc-1", cidr_block: "10.0.5.0/24" },
      within: { vpc_id: "vpc-1", cidr_block: "10.0.1.128/25" },
      around: { vpc_id: "vpc-1", cidr_block: "10.0.0.0/22" },
      elsewhere: { vpc_id: "vpc-2", cidr_block: "10.0.1.0/24" },
    });
    for (const block of ["10.0.1.128/25", "10.0.0.0/22"]) {
      expect(message).toContain(
        `InvalidSubnet.Conflict: The CIDR '${block}' conflicts with another subnet`,
      );
    }
    expect(made).toBe(2);
  });
});
