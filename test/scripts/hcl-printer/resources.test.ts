import { EfsFileSystem } from "@cdktf/provider-aws/lib/efs-file-system";
import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import {
  Fn,
  Op,
  ref,
  TerraformIterator,
  TerraformResource,
  type TerraformStack,
  Token,
} from "cdktf";
import { describe, expect, it } from "vitest";
import { hcl, printed } from "./printed";

function main(build: (stack: TerraformStack) => void): string {
  return printed(build).main;
}

describe("a resource", () => {
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

  it("has a block for each item, which goes by the block's name", () => {
    const dynamic = TerraformIterator.fromList(Token.asList(ref("var.prefixes")));
    expect(
      main((stack) => {
        new S3Bucket(stack, "b", {
          lifecycleRule: dynamic.dynamic({ enabled: true, prefix: dynamic.value, id: dynamic.key }),
        });
      }),
    ).toBe(hcl`
      resource "aws_s3_bucket" "this" {
        dynamic "lifecycle_rule" {
          for_each = toset(var.prefixes)

          content {
            enabled = true
            prefix  = lifecycle_rule.value
            id      = lifecycle_rule.key
          }
        }
      }
    `);
  });

  it("has what it ignores and its preconditions before what it waits for", () => {
    expect(
      main((stack) => {
        new EfsFileSystem(stack, "fs", {
          encrypted: true,
          dependsOn: [{ fqn: "module.network" }],
          lifecycle: {
            ignoreChanges: ["tags[0]"],
            precondition: [
              {
                condition: Op.gt(Fn.lengthOf(Token.asList(ref("var.ids"))), 0),
                errorMessage: `\`ids\` must not be empty, got ${ref("var.ids")}.`,
              },
            ],
          },
        });
      }),
    ).toBe(hcl`
      resource "aws_efs_file_system" "this" {
        encrypted = true

        lifecycle {
          ignore_changes = [tags[0]]

          precondition {
            condition     = length(var.ids) > 0
            error_message = "\`ids\` must not be empty, got \${var.ids}."
          }
        }

        depends_on = [module.network]
      }
    `);
  });

  it("may be Terraform's own, which needs no provider", () => {
    const files = printed((stack) => {
      new TerraformResource(stack, "pool", { terraformResourceType: "terraform_data" });
    });
    expect(files.main).toBe('resource "terraform_data" "pool" {}\n');
    expect(files.versions).not.toContain("required_providers");
  });
});
