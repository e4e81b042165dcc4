import { describe, expect, it } from "vitest";
import { terraform } from "../../terraform";

const versions = `terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}
`;

describe("import", () => {
  const files = {
    "main.tf": `${versions}
provider "aws" {
  region = "us-west-2"
}

variable "id" {
  type = string
}

import {
  to = aws_efs_file_system.this
  id = var.id
}

resource "aws_efs_file_system" "this" {
  encrypted       = true
  throughput_mode = "elastic"
}
`,
  };
  const existing = {
    aws_efs_file_system: [
      {
        id: "fs-0123456789abcdef0",
        region: "us-west-2",
        encrypted: true,
        throughput_mode: "bursting",
      },
    ],
  };

  it("takes over what exists, and changes only what differs", async () => {
    const root = terraform(files, { existing, vars: { id: "fs-0123456789abcdef0" } });
    const change = (await root.plan()).change("aws_efs_file_system.this");
    expect(change).toMatchObject({ action: "update", imports: true });
    expect(change.before).toMatchObject({ throughput_mode: "bursting" });
    const state = await root.apply();
    expect(state.values("aws_efs_file_system.this")).toMatchObject({
      arn: "arn:aws:elasticfilesystem:us-west-2:123456789012:file-system/fs-0123456789abcdef0",
      throughput_mode: "elastic",
    });
    expect(root.history.map(({ action }) => action)).toEqual(["update"]);
  });

  it("refuses what does not exist", async () => {
    const root = terraform(files, { existing, vars: { id: "fs-0ffffffffffffffff" } });
    expect(await root.planFails()).toContain("Cannot import non-existent remote object");
  });

  it("wants a type and arguments that there are", () => {
    const file = { id: "fs-0123456789abcdef0", colour: "red" };
    expect(() => terraform(files, { existing: { aws_efs_file_system: [file] } })).toThrow(
      'aws_efs_file_system has no argument named "colour"',
    );
    expect(() => terraform(files, { existing: { aws_efs: [file] } })).toThrow(
      'no offline provider knows the type "aws_efs"',
    );
  });
});
