import { EfsFileSystem } from "@cdktf/provider-aws/lib/efs-file-system";
import { EfsMountTarget } from "@cdktf/provider-aws/lib/efs-mount-target";
import { Fn, ref, TerraformLocal, type TerraformStack, Token } from "cdktf";
import { Construct } from "constructs";
import { describe, expect, it } from "vitest";
import { printed } from "./printed";

/** The addresses in the order in which they are printed. */
function order(build: (stack: TerraformStack) => void): string[] {
  const { main } = printed(build);
  return main.match(/(?<=^resource "\w+" ")\w+|(?<=^ {2})\w+(?= += "local)|^locals/gm) ?? [];
}

const target = { fileSystemId: "fs-1", subnetId: "subnet-1" };

describe("the main file", () => {
  it("has what a resource refers to before it, at any depth", () => {
    expect(
      order((stack) => {
        const part = new Construct(stack, "part");
        const late = new Construct(stack, "late");
        const fs = new EfsFileSystem(late, "fs");
        const digest = Fn.sha256(Fn.jsonencode({ a: [fs.id] }));
        new EfsMountTarget(part, "target", { ...target, ipAddress: digest });
        new EfsMountTarget(part, "waits", { ...target, dependsOn: [fs] });
      }),
    ).toEqual(["this", "target", "waits"]);
  });

  it("has all locals in one block before the first resource that uses one, each after what it uses", () => {
    expect(
      order((stack) => {
        const used = new TerraformLocal(stack, "used", "local");
        const outer = new TerraformLocal(stack, "outer", `local ${ref("local.inner")}`);
        new TerraformLocal(stack, "inner", "local");
        new EfsFileSystem(stack, "a");
        new EfsFileSystem(stack, "b", { creationToken: outer.asString });
        new EfsFileSystem(stack, "c", { creationToken: used.asString });
      }),
    ).toEqual(["a", "locals", "used", "inner", "outer", "b", "c"]);
  });

  it("survives elements that refer to each other", () => {
    expect(
      order((stack) => {
        new EfsFileSystem(stack, "a", {
          creationToken: Token.asString(ref("aws_efs_file_system.b.id")),
        });
        new EfsFileSystem(stack, "b", {
          creationToken: Token.asString(ref("aws_efs_file_system.a.id")),
        });
      }),
    ).toEqual(["b", "a"]);
  });
});
