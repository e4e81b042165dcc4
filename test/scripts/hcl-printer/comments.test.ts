import { EfsFileSystem } from "@cdktf/provider-aws/lib/efs-file-system";
import { Release } from "@cdktf/provider-helm/lib/release";
import {
  Fn,
  Op,
  type TerraformElement,
  TerraformLocal,
  type TerraformStack,
  TerraformVariable,
} from "cdktf";
import { describe, expect, it } from "vitest";
import { comment, hcl, printed } from "./printed";

const long =
  "Bursting starves a small file system of parallel consumers, so its throughput grows with what they ask for.";

function sum(stack: TerraformStack): TerraformLocal {
  return new TerraformLocal(stack, "x", Op.add(Fn.lengthOf({ a: 1 }), 1));
}

describe("a comment", () => {
  it("stands above its element, and above its argument with an empty line round it", () => {
    const { main } = printed((stack) => {
      const fs = new EfsFileSystem(stack, "fs", {
        creationToken: "t",
        encrypted: true,
        kmsKeyId: "k",
        region: "eu-west-1",
        throughputMode: "elastic",
      });
      comment(fs, long);
      comment(fs, long, "encrypted");
    });
    expect(main).toBe(hcl`
      # Bursting starves a small file system of parallel consumers, so its
      # throughput grows with what they ask for.
      resource "aws_efs_file_system" "this" {
        region         = "eu-west-1"
        creation_token = "t"

        # Bursting starves a small file system of parallel consumers, so its
        # throughput grows with what they ask for.
        encrypted = true

        kms_key_id      = "k"
        throughput_mode = "elastic"
      }
    `);
  });

  it("may stand on locals", () => {
    const { main } = printed((stack) => {
      comment(new TerraformLocal(stack, "a", 1), "One.");
      comment(new TerraformLocal(stack, "bcd", 2), "Two.");
      new TerraformLocal(stack, "e", 3);
    });
    expect(main).toBe(hcl`
      locals {
        # One.
        a = 1

        # Two.
        bcd = 2

        e = 3
      }
    `);
  });

  it("may stand inside of a value, by its keys, through lists and functions", () => {
    const { main } = printed((stack) => {
      const release = new Release(stack, "release", {
        name: "n",
        chart: "c",
        values: Fn.compact([
          Fn.yamlencode({ region: "r", volumes: { count: 64, mountOptions: ["a"], pool: "p" } }),
        ]),
      });
      comment(
        release,
        "Without it only root could use the volumes.",
        "values.volumes.mountOptions",
      );
    });
    expect(main).toBe(hcl`
      resource "helm_release" "this" {
        name  = "n"
        chart = "c"

        values = compact([yamlencode({
          region = "r"
          volumes = {
            count = 64
            # Without it only root could use the volumes.
            mountOptions = ["a"]
            pool         = "p"
          }
        })])
      }
    `);
  });

  it("may stand on an item of a list, by its position", () => {
    const { main } = printed((stack) => {
      const policy = new TerraformLocal(stack, "policy", {
        Statement: [{ Effect: "Deny" }],
        Action: ["read", "write"],
      });
      comment(policy, "Clients without TLS are denied.", "Statement.0");
      comment(policy, "What a pod needs.", "Action.1");
      comment(policy, "The default.", "Statement.0.Effect");
    });
    expect(main).toBe(hcl`
      locals {
        policy = {
          Statement = [
            # Clients without TLS are denied.
            {
              # The default.
              Effect = "Deny"
            },
          ]
          Action = [
            "read",
            # What a pod needs.
            "write",
          ]
        }
      }
    `);
  });

  it("keeps its line breaks, and may be one of several", () => {
    const { variables } = printed((stack) => {
      const variable = new TerraformVariable(stack, "v", {});
      comment(variable, "First paragraph.\n\nSecond\nparagraph.");
      comment(variable, "And more.");
    });
    expect(variables).toBe(
      '# First paragraph.\n#\n# Second\n# paragraph.\n# And more.\nvariable "v" {}\n',
    );
  });

  it("cannot end its line and begin HCL", () => {
    const { variables } = printed((stack) => {
      comment(new TerraformVariable(stack, "v", {}), 'a\r\nvariable "w" {}\u2028}\n*/ }');
    });
    expect(variables).toBe('# a\n# variable "w" {} }\n# */ }\nvariable "v" {}\n');
  });

  it.each<[string, (stack: TerraformStack) => TerraformElement, string]>([
    ["an argument that is not set", (stack) => new EfsFileSystem(stack, "x"), "encrypted"],
    [
      "a block inside",
      (stack) => new EfsFileSystem(stack, "x", { lifecyclePolicy: [{ transitionToIa: "a" }] }),
      "lifecycle_policy",
    ],
    ["a part that a local does not have", (stack) => new TerraformLocal(stack, "x", 1), "value"],
    ["one of several", (stack) => new TerraformLocal(stack, "x", [{ a: 1 }, { a: 2 }]), "a"],
    ["what is inside of an operation", sum, "a"],
  ])("on %s is refused", (_, build, argument) => {
    expect(() => printed((stack) => comment(build(stack), "Why.", argument))).toThrow(
      `module/x: a comment stands on ${argument}, which is not printed or not the only one`,
    );
  });
});
