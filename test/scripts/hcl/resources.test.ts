import { DataAwsSubnets } from "@cdktf/provider-aws/lib/data-aws-subnets";
import { EfsFileSystem } from "@cdktf/provider-aws/lib/efs-file-system";
import { EfsMountTarget } from "@cdktf/provider-aws/lib/efs-mount-target";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { Release } from "@cdktf/provider-helm/lib/release";
import {
  DataResource,
  Fn,
  LocalBackend,
  Op,
  TerraformCount,
  TerraformIterator,
  TerraformResource,
  type TerraformStack,
  TerraformVariable,
} from "cdktf";
import { describe, expect, it } from "vitest";
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

  it("may be made for each item of a list or map", () => {
    const text = main((stack) => {
      const zones = TerraformIterator.fromMap(new TerraformVariable(stack, "zones", {}).value);
      const names = TerraformIterator.fromList(new TerraformVariable(stack, "names", {}).listValue);
      new S3Bucket(stack, "by_zone", { forEach: zones, bucket: zones.getString("name") });
      new S3Bucket(stack, "by_name", { forEach: names, bucket: names.value });
    });
    expect(text).toContain("for_each = var.zones\n\n  bucket = each.value.name\n");
    expect(text).toContain("for_each = toset(var.names)\n\n  bucket = each.value\n");
  });

  it("names its provider unless it is the one that it takes anyway", () => {
    const text = main((stack) => {
      const provider = new AwsProvider(stack, "aws", { alias: "west" });
      new EfsFileSystem(stack, "fs", { provider, count: 0 });
      new S3Bucket(stack, "b", { provider: new AwsProvider(stack, "default", {}) });
    });
    expect(text).toBe(hcl`
      resource "aws_efs_file_system" "this" {
        count    = 0
        provider = aws.west
      }

      resource "aws_s3_bucket" "this" {}
    `);
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

  it("has attributes that cdktf calls blocks as attributes", () => {
    const text = main((stack) => {
      new Release(stack, "r", {
        chart: "c",
        name: "n",
        postrender: { binaryPath: "b" },
        set: [
          { name: "a", value: "1" },
          { name: "b", value: "2" },
        ],
        setList: [],
      });
    });
    expect(text).toContain('  set = [\n    {\n      name  = "a"\n      value = "1"\n    },\n');
    expect(text).toContain('  postrender = {\n    binary_path = "b"\n  }\n');
    expect(text).toContain("  set_list = []\n");
  });

  it("has nested attributes that are given as tokens", () => {
    const text = main((stack) => {
      const set = new TerraformVariable(stack, "set", {}).value;
      new Release(stack, "r", { chart: "c", name: "n", set });
    });
    expect(text).toContain("  set   = var.set\n");
  });

  it("has no block where null is given for it", () => {
    const text = main((stack) => {
      new S3Bucket(stack, "b", { lifecycleRule: null as never, grant: [] });
    });
    expect(text).toBe('resource "aws_s3_bucket" "this" {}\n');
  });

  it("has a lifecycle with bare references and conditions without needless brackets", () => {
    expect(
      main((stack) => {
        const size = new TerraformVariable(stack, "size", {});
        const role = new IamRole(stack, "role", { assumeRolePolicy: "{}" });
        new EfsFileSystem(stack, "fs", {
          lifecycle: {
            createBeforeDestroy: false,
            preventDestroy: true,
            ignoreChanges: ["encrypted", 'tags["Name"]'],
            replaceTriggeredBy: [role, "aws_iam_role.this.arn"],
            precondition: [
              { condition: Op.gt(size.numberValue, 3), errorMessage: "too small: ${var.size}" },
            ],
            postcondition: [{ condition: "${self.id != null}", errorMessage: "no id" }],
          },
          dependsOn: [role],
        });
      }),
    ).toBe(hcl`
      resource "aws_iam_role" "this" {
        assume_role_policy = "{}"
      }

      resource "aws_efs_file_system" "this" {
        lifecycle {
          create_before_destroy = false
          prevent_destroy       = true
          ignore_changes        = [encrypted, tags["Name"]]
          replace_triggered_by  = [aws_iam_role.this, aws_iam_role.this.arn]

          precondition {
            condition     = var.size > 3
            error_message = "too small: \${var.size}"
          }

          postcondition {
            condition     = self.id != null
            error_message = "no id"
          }
        }

        depends_on = [aws_iam_role.this]
      }
    `);
  });

  it("may ignore all changes", () => {
    const text = main((stack) => {
      new EfsFileSystem(stack, "fs", { lifecycle: { ignoreChanges: "all" } });
    });
    expect(text).toContain("    ignore_changes = all\n");
  });

  it("may be a data source", () => {
    expect(
      main((stack) => {
        const subnets = new DataAwsSubnets(stack, "private", {
          filter: [{ name: "vpc-id", values: ["vpc-1"] }],
        });
        new EfsMountTarget(stack, "target", {
          fileSystemId: "fs-1",
          subnetId: Fn.element(subnets.ids, 0),
        });
      }),
    ).toBe(hcl`
      data "aws_subnets" "this" {
        filter {
          name   = "vpc-id"
          values = ["vpc-1"]
        }
      }

      resource "aws_efs_mount_target" "this" {
        file_system_id = "fs-1"
        subnet_id      = element(data.aws_subnets.this.ids, 0)
      }
    `);
  });

  it("may be Terraform's own, which needs no provider", () => {
    const files = printed((stack) => {
      new DataResource(stack, "data", { input: { fooBar: 1 } });
    });
    expect(files.main).toBe(hcl`
      resource "terraform_data" "data" {
        input = {
          fooBar = 1
        }
      }
    `);
    expect(files.versions).not.toContain("required_providers");
  });

  it("takes overrides of whole arguments", () => {
    const text = main((stack) => {
      const fs = new EfsFileSystem(stack, "fs", { encrypted: false });
      fs.addOverride("encrypted", true);
      fs.addOverride("kms_key_id", "k");
    });
    expect(text).toContain('  encrypted  = true\n  kms_key_id = "k"\n');
  });
});

describe("what cannot be printed is refused by its path:", () => {
  it.each<[string, (stack: TerraformStack) => void, string]>([
    ["a backend", (stack) => new LocalBackend(stack, {}), "module/backend: is a LocalBackend"],
    [
      "an override inside an argument",
      (stack) => new EfsFileSystem(stack, "fs", { tags: {} }).addOverride("tags.a", "b"),
      "module/fs: the argument tags holds a where cdktf's tree has a value",
    ],
    [
      "an override by an object",
      (stack) => new EfsFileSystem(stack, "fs").addOverride("lifecycle_policy", {}),
      "module/fs: the argument lifecycle_policy holds an object where",
    ],
    [
      "an override of a meta-argument",
      (stack) => new EfsFileSystem(stack, "fs").addOverride("depends_on", ["x"]),
      "module/fs: has an override of depends_on",
    ],
    [
      "an override of the stack",
      (stack) => stack.addOverride("terraform.required_version", ">= 1"),
      "ModuleStack has an override of terraform",
    ],
    [
      "a provisioner",
      (stack) =>
        new EfsFileSystem(stack, "fs", { provisioners: [{ type: "local-exec", command: "x" }] }),
      "module/fs: has the property provisioners, which is not printed",
    ],
    [
      "a moved resource",
      (stack) => new EfsFileSystem(stack, "fs").moveToId("aws_efs_file_system.other"),
      "module/fs: has a block of the kind moved",
    ],
    [
      "an imported resource",
      (stack) => new EfsFileSystem(stack, "fs").importFrom("fs-1"),
      "module/fs: has a block of the kind import",
    ],
    [
      "a dynamic block",
      (stack) => {
        const rules = TerraformIterator.fromList(["a"]);
        new S3Bucket(stack, "b", { lifecycleRule: rules.dynamic({ enabled: true }) });
      },
      "module/b: the block lifecycle_rule is not given as an object",
    ],
    [
      "a resource whose class has no tree",
      (stack) => new Untyped(stack, "r", { terraformResourceType: "null_resource" }),
      "module/r: Untyped does not say what kind of argument triggers is",
    ],
    [
      "an argument whose name is no identifier",
      (stack) => new EfsFileSystem(stack, "fs").addOverride('a = 1\n  "b', 1),
      'module/fs: "a = 1\\n  \\"b" is no name in HCL',
    ],
  ])("%s", (_, build, message) => {
    expect(() => main(build)).toThrow(message);
  });
});

class Untyped extends TerraformResource {
  protected synthesizeAttributes(): { [name: string]: unknown } {
    return { triggers: { a: "b" } };
  }
}
