import { EfsFileSystem } from "@cdktf/provider-aws/lib/efs-file-system";
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

function sum(stack: TerraformStack): TerraformLocal {
  return new TerraformLocal(stack, "x", Op.add(Fn.lengthOf({ a: 1 }), 1));
}

describe("a comment", () => {
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
