import { EfsFileSystem } from "@cdktf/provider-aws/lib/efs-file-system";
import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import {
  TerraformLocal,
  TerraformOutput,
  TerraformResource,
  type TerraformStack,
  TerraformVariable,
} from "cdktf";
import { Construct } from "constructs";
import { describe, expect, it } from "vitest";
import { buildModuleStack, buildRootStack } from "../../../scripts/hcl-printer";
import { printed, printedRoot } from "./printed";

const NAMES = /(?<=^resource "\w+" ")[^"]+|(?<=^ {2})\w+(?= +=)/gm;

/** The names of the blocks and locals in the main file. */
function names(build: (stack: TerraformStack) => void): string[] {
  return printed(build).main.match(NAMES) ?? [];
}

function rootNames(build: (stack: TerraformStack) => void): string[] {
  return printedRoot(build).main.match(NAMES) ?? [];
}

describe("in a module", () => {
  it("the only resource of its type is this", () => {
    expect(
      names((stack) => {
        new EfsFileSystem(new Construct(stack, "Storage"), "FileSystem");
        new S3Bucket(stack, "logs");
        new S3Bucket(stack, "data");
      }),
    ).toEqual(["this", "logs", "data"]);
  });

  it("terraform_data is not this, for its type does not tell what it is", () => {
    expect(
      names(
        (stack) =>
          new TerraformResource(stack, "pool", { terraformResourceType: "terraform_data" }),
      ),
    ).toEqual(["pool"]);
  });

  it("any other is called by the last id of its path, a part's main resource by the part's", () => {
    expect(
      names((stack) => {
        const part = new Construct(new Construct(stack, "Whole"), "StorageClass");
        new S3Bucket(part, "Resource");
        new S3Bucket(part, "AccessLogs2");
        new TerraformLocal(part, "tags", 1);
      }),
    ).toEqual(["storage_class", "access_logs2", "tags"]);
  });

  it("two elements of one name are refused, by both paths", () => {
    expect(() =>
      names((stack) => {
        new S3Bucket(new Construct(stack, "a"), "b");
        new S3Bucket(new Construct(stack, "c"), "b");
      }),
    ).toThrow("module/c/b: has the address aws_s3_bucket.b, as has module/a/b: rename one of them");
  });
});

describe("in a root configuration", () => {
  it("everything is called by its whole path", () => {
    expect(
      rootNames((stack) => {
        const part = new Construct(new Construct(stack, "efs"), "Storage");
        new EfsFileSystem(part, "FileSystem");
        new S3Bucket(part, "Resource");
        new TerraformLocal(part, "tags", 1);
      }),
    ).toEqual(["efs_storage_file_system", "efs_storage", "efs_storage_tags"]);
  });
});

describe("names", () => {
  it.each([
    ["FileSystem", "file_system"],
    ["EFSFileSystem", "efs_file_system"],
    ["s3-mountpoint", "s3_mountpoint"],
    ["a.b c", "a_b_c"],
    ["_x_", "x"],
    ["0", "_0"],
  ])("become identifiers in snake_case: %s", (id, name) => {
    expect(rootNames((stack) => new S3Bucket(stack, id))).toEqual([name]);
  });

  it("are refused if nothing is left of them", () => {
    expect(() => rootNames((stack) => new S3Bucket(stack, "-"))).toThrow("gives no name");
    expect(() => rootNames((stack) => new S3Bucket(stack, "Resource"))).toThrow("gives no name");
  });

  it("of variables and outputs stay as they are", () => {
    const { variables, outputs } = printed((stack) => {
      const part = new Construct(stack, "part");
      new TerraformVariable(part, "subnetIds", {});
      new TerraformOutput(part, "Id", { value: 1 });
    });
    expect(variables).toBe('variable "subnetIds" {}\n');
    expect(outputs).toBe('output "Id" {\n  value = 1\n}\n');
  });

  it("that are no identifiers are refused", () => {
    expect(() => printed((stack) => new TerraformVariable(stack, 'a" {}', {}))).toThrow(
      'module/a" {}: "a\\" {}" is no name in HCL',
    );
  });
});

describe("a build", () => {
  it("gives its constructs the context", () => {
    const seen: unknown[] = [];
    const build = (stack: TerraformStack) => seen.push(stack.node.tryGetContext("chart"));
    const options = { context: { chart: "c" } };
    buildModuleStack(build, options);
    buildRootStack(build, options);
    expect(seen).toEqual(["c", "c", "c"]);
  });
});
