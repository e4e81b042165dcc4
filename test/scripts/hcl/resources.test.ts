import { EfsFileSystem } from "@cdktf/provider-aws/lib/efs-file-system";
import { EfsMountTarget } from "@cdktf/provider-aws/lib/efs-mount-target";
import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { Release } from "@cdktf/provider-helm/lib/release";
import {
  Fn,
  TerraformCount,
  TerraformLocal,
  TerraformOutput,
  type TerraformStack,
  TerraformVariable,
} from "cdktf";
import { describe, expect, it } from "vitest";
import { TerraformData } from "../../../csi/internal/terraform-data";
import { hcl, printed } from "./printed";

function main(build: (stack: TerraformStack) => void): string {
  return printed(build).main;
}

describe("a resource", () => {
  it("has its arguments in columns, region and names first, tags last", () => {
    expect(
      main((stack) => {
        new EfsFileSystem(stack, "fs", {
          encrypted: true,
          region: "eu-west-1",
          tags: { Name: "x" },
          throughputMode: "elastic",
        });
      }),
    ).toBe(hcl`
      resource "aws_efs_file_system" "this" {
        region          = "eu-west-1"
        encrypted       = true
        throughput_mode = "elastic"

        tags = {
          Name = "x"
        }
      }
    `);
  });

  it("of helm begins with what is installed and where, and ends with the values", () => {
    expect(
      main((stack) => {
        new Release(stack, "driver", {
          atomic: true,
          chart: "c",
          createNamespace: true,
          name: "n",
          namespace: "ns",
          repository: "https://example.com",
          values: [Fn.yamlencode({ a: 1 })],
          version: "1.0.0",
          wait: false,
        });
      }),
    ).toBe(hcl`
      resource "helm_release" "this" {
        name             = "n"
        repository       = "https://example.com"
        chart            = "c"
        version          = "1.0.0"
        namespace        = "ns"
        create_namespace = true
        atomic           = true
        wait             = false

        values = [yamlencode({
          a = 1
        })]
      }
    `);
  });

  it("says first how many there are, and last what it waits for", () => {
    expect(
      main((stack) => {
        const ids = new TerraformVariable(stack, "subnet_ids", {});
        const fs = new EfsFileSystem(stack, "fs");
        const count = TerraformCount.of(Fn.lengthOf(ids.listValue));
        new EfsMountTarget(stack, "target", {
          count,
          fileSystemId: fs.id,
          subnetId: Fn.element(ids.listValue, count.index),
          dependsOn: [fs],
        });
      }),
    ).toBe(hcl`
      resource "aws_efs_file_system" "this" {}

      resource "aws_efs_mount_target" "this" {
        count = length(var.subnet_ids)

        file_system_id = aws_efs_file_system.this.id
        subnet_id      = element(var.subnet_ids, count.index)

        depends_on = [aws_efs_file_system.this]
      }
    `);
  });

  it("may wait for what is no element but has an address", () => {
    const text = main((stack) => {
      new EfsFileSystem(stack, "fs", { dependsOn: [{ fqn: "module.network" }] });
    });
    expect(text).toContain("  depends_on = [module.network]\n");
  });

  it("has its blocks after its arguments, each apart", () => {
    expect(
      main((stack) => {
        new S3Bucket(stack, "b", {
          bucket: "b",
          lifecycleRule: [
            { enabled: true, transition: [{ days: 1, storageClass: "GLACIER" }] },
            { enabled: false, tags: { fooBar: "x" } },
          ],
          timeouts: { create: "1m" },
        });
      }),
    ).toBe(hcl`
      resource "aws_s3_bucket" "this" {
        bucket = "b"

        lifecycle_rule {
          enabled = true

          transition {
            days          = 1
            storage_class = "GLACIER"
          }
        }

        lifecycle_rule {
          enabled = false

          tags = {
            fooBar = "x"
          }
        }

        timeouts {
          create = "1m"
        }
      }
    `);
  });

  it("may be Terraform's own, which needs no provider", () => {
    const files = printed((stack) => {
      const name = new TerraformLocal(stack, "name", "a");
      const pool = new TerraformData(stack, "pool", { fooBar: 1, name: name.expression });
      new TerraformOutput(stack, "id", { value: pool.id });
    });
    expect(files.main).toBe(hcl`
      locals {
        name = "a"
      }

      resource "terraform_data" "pool" {
        triggers_replace = {
          fooBar = 1
          name   = local.name
        }
      }
    `);
    expect(files.outputs).toContain("value = terraform_data.pool.id\n");
    expect(files.versions).not.toContain("required_providers");
  });
});
