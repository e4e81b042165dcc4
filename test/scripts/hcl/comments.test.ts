import { EfsFileSystem } from "@cdktf/provider-aws/lib/efs-file-system";
import {
  type TerraformElement,
  TerraformLocal,
  TerraformOutput,
  type TerraformStack,
  TerraformVariable,
  Testing,
} from "cdktf";
import { describe, expect, it } from "vitest";
import { hclComment } from "../../../csi/internal/hcl-comment";
import { hcl, printed } from "./printed";

const long =
  "Bursting starves a small file system of parallel consumers, so its throughput grows with what they ask for.";

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
      hclComment(fs, long);
      hclComment(fs, long, "encrypted");
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

  it("may stand on variables, outputs and their arguments", () => {
    const { variables, outputs } = printed((stack) => {
      const variable = new TerraformVariable(stack, "v", { type: "string", default: "0.1.0" });
      hclComment(variable, "A version.");
      hclComment(variable, "Never published.", "default");
      hclComment(new TerraformOutput(stack, "o", { value: 1 }), "An output.");
    });
    expect(variables).toBe(hcl`
      # A version.
      variable "v" {
        type = string
        # Never published.
        default = "0.1.0"
      }
    `);
    expect(outputs).toBe('# An output.\noutput "o" {\n  value = 1\n}\n');
  });

  it("may stand on locals", () => {
    const { main } = printed((stack) => {
      hclComment(new TerraformLocal(stack, "a", 1), "One.");
      hclComment(new TerraformLocal(stack, "bcd", 2), "Two.");
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

  it("keeps its line breaks, and may be one of several", () => {
    const { variables } = printed((stack) => {
      const variable = new TerraformVariable(stack, "v", {});
      hclComment(variable, "First paragraph.\n\nSecond\nparagraph.");
      hclComment(variable, "And more.");
    });
    expect(variables).toBe(
      '# First paragraph.\n#\n# Second\n# paragraph.\n# And more.\nvariable "v" {}\n',
    );
  });

  it("cannot end its line and begin HCL", () => {
    const { variables } = printed((stack) => {
      hclComment(new TerraformVariable(stack, "v", {}), 'a\r\nvariable "w" {}\u2028}\n*/ }');
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
    ["an argument of a local", (stack) => new TerraformLocal(stack, "x", 1), "value"],
  ])("on %s is refused", (_, build, argument) => {
    expect(() => printed((stack) => hclComment(build(stack), "Why.", argument))).toThrow(
      /^module\/x: a comment stands on/,
    );
  });

  it("does not show in cdk.tf.json", () => {
    const json = Testing.synthScope((scope) => {
      hclComment(new TerraformLocal(scope, "a", 1), "Secret reason.");
    });
    expect(json).toContain('"a": 1');
    expect(json).not.toContain("reason");
  });
});
