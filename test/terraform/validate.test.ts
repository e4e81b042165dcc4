import { describe, expect, it } from "vitest";
import { TerraformError, terraform } from "./terraform";

const versions = `terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}
`;

describe("validate", () => {
  const resource = (body: string) =>
    terraform({ "main.tf": `${versions}\nresource "aws_efs_file_system" "this" {\n${body}\n}\n` });

  it("accepts a configuration that fits the schemas", async () => {
    expect(await resource("  encrypted = true").validate()).toEqual([]);
  });

  it.each([
    { name: "an unknown argument", body: "  colour = 1", text: "Unsupported argument" },
    { name: "a value of the wrong type", body: "  tags = 1", text: "map of string required" },
    { name: "an unknown block", body: "  replica {}", text: "Unsupported block type" },
    {
      name: "a block too many",
      body: "  protection {}\n  protection {}",
      text: "No more than 1",
    },
    {
      name: "a value for what AWS decides",
      body: '  arn = "x"',
      text: 'Can\'t configure a value for "arn"',
    },
  ])("refuses $name", async ({ body, text }) => {
    const [{ summary, detail, severity }] = await resource(body).validate();
    expect(`${severity}: ${summary} ${detail}`).toContain(text);
  });

  it("refuses a missing argument", async () => {
    const root = { "main.tf": `${versions}\nresource "aws_efs_mount_target" "this" {}\n` };
    const found = await terraform(root).validate();
    expect(found.map(({ detail }) => detail).sort()).toEqual([
      'The argument "file_system_id" is required, but no definition was found.',
      'The argument "subnet_id" is required, but no definition was found.',
    ]);
  });

  it("shows a warning", async () => {
    const old = `${versions}\nprovider "aws" {\n  version = "~> 6.0"\n}\n`;
    expect(await terraform({ "main.tf": old }).validate()).toMatchObject([
      {
        severity: "warning",
        summary: "Version constraints inside provider configuration blocks are deprecated",
      },
    ]);
  });
});

describe("fmtCheck", () => {
  it("returns nothing for what is formatted, a diff for what is not", async () => {
    expect(await terraform({ "main.tf": versions }).fmtCheck()).toBe("");
    const crooked = terraform({ "main.tf": "locals {\na=1\n}\n" });
    expect(await crooked.fmtCheck()).toContain("+  a = 1");
  });

  it("fails on what is no HCL", async () => {
    await expect(terraform({ "main.tf": "locals {" }).fmtCheck()).rejects.toThrow(TerraformError);
  });
});
