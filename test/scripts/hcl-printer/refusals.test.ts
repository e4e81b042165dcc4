import { DataAwsRegion } from "@cdktf/provider-aws/lib/data-aws-region";
import { EfsFileSystem } from "@cdktf/provider-aws/lib/efs-file-system";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { Release } from "@cdktf/provider-helm/lib/release";
import {
  Fn,
  LocalBackend,
  type TerraformElement,
  TerraformHclModule,
  TerraformIterator,
  TerraformLocal,
  TerraformOutput,
  TerraformProvider,
  TerraformResource,
  type TerraformStack,
  TerraformVariable,
} from "cdktf";
import { Construct } from "constructs";
import { describe, expect, it } from "vitest";
import { comment, printed } from "./printed";

type Build = (stack: TerraformStack) => void;

/** A file system with a property, or with another thing done to it. */
function fileSystem(config: object, change?: (resource: TerraformResource) => void): Build {
  return (stack) => {
    const resource = new EfsFileSystem(stack, "x", config);
    change?.(resource);
  };
}

const release = { name: "n", chart: "c" };
const condition = { condition: true, errorMessage: "no" };

describe("what nothing needs that is generated is refused, by its path and its name:", () => {
  it.each<[string, Build, string]>([
    [
      "a backend",
      (stack) => new LocalBackend(stack, {}),
      "module/backend: is a LocalBackend, which",
    ],
    [
      "the call of a module",
      (stack) => new TerraformHclModule(stack, "x", { source: "a/b/c" }),
      "module/x: is a TerraformHclModule, which is not printed: use variables, locals, resources",
    ],
    ["a data source", (stack) => new DataAwsRegion(stack, "x"), "module/x: is a DataAwsRegion"],
    [
      "the argument of a provider",
      (stack) => new AwsProvider(stack, "x", { region: "eu-west-1" }),
      "module/x: the provider aws has the argument region, which is not printed: configure it by env",
    ],
    [
      "the alias of a provider",
      (stack) => new AwsProvider(stack, "x", { alias: "west" }),
      "module/x: the provider aws has the argument alias",
    ],
    [
      "another provider of a resource",
      (stack) => {
        class Unused extends TerraformProvider {
          toTerraform = () => ({});
        }
        fileSystem({ provider: new Unused(stack, "aws", { terraformResourceType: "aws" }) })(stack);
      },
      "module/x: has provider, which is not printed: use the provider without an alias",
    ],
    [
      "a lifecycle",
      fileSystem({ lifecycle: { preventDestroy: true } }),
      "module/x: has preventDestroy, which is not printed: use preconditions, or an override file",
    ],
    [
      "a lifecycle beside a precondition",
      fileSystem({ lifecycle: { createBeforeDestroy: true, precondition: [condition] } }),
      "module/x: has createBeforeDestroy",
    ],
    ["a connection", fileSystem({ connection: {} }), "module/x: has connection"],
    ["a provisioner", fileSystem({ provisioners: [] }), "module/x: has provisioners"],
    ["a moved resource", fileSystem({}, (it) => it.moveToId("a.b")), "module/x: has moved"],
    ["an imported resource", fileSystem({}, (it) => it.importFrom("fs-1")), "module/x: has import"],
    [
      "a sensitive variable",
      (stack) => new TerraformVariable(stack, "x", { sensitive: true }),
      "module/x: has sensitive, which is not printed: do without it",
    ],
    [
      "a sensitive output",
      (stack) => new TerraformOutput(stack, "x", { value: 1, sensitive: true }),
      "module/x: has sensitive",
    ],
    [
      "a second element of one name",
      (stack) => {
        new S3Bucket(new Construct(stack, "a"), "b");
        new S3Bucket(new Construct(stack, "c"), "b");
      },
      "module/c/b: has the address aws_s3_bucket.b, as has module/a/b: rename one of them",
    ],
    [
      "an id that gives no name",
      (stack) => {
        for (const id of ["-", "b"]) new S3Bucket(stack, id);
      },
      "module/-: its path gives no name",
    ],
    [
      "an output without a value",
      (stack) => new TerraformOutput(stack, "x", { value: undefined }),
      "module/x: has no value",
    ],
    [
      "a token as default",
      (stack) => new TerraformVariable(stack, "x", { default: Fn.upper("a") }),
      "module/x: holds a token where Terraform",
    ],
    [
      "a name that is none",
      (stack) => new TerraformVariable(stack, 'a" {}', {}),
      'module/a" {}: "a\\" {}" is no name in HCL',
    ],
    [
      "a precondition",
      (stack) => new TerraformOutput(stack, "x", { value: 1, precondition: condition }),
      "module/x: has precondition",
    ],
    [
      "a nested attribute of helm, which its binding calls a block",
      (stack) => new Release(stack, "x", { ...release, set: [{ name: "a", value: "b" }] }),
      "module/x: has the nested attribute set, which is not printed: use arguments with plain values",
    ],
    [
      "a nested attribute",
      (stack) => new Nested(stack, "x", { terraformResourceType: "aws_x" }),
      "module/x: has the nested attribute inner, which is not printed",
    ],
    [
      "a block in a dynamic block",
      (stack) => {
        const rules = TerraformIterator.fromList(["a"]);
        new S3Bucket(stack, "x", { lifecycleRule: rules.dynamic({ expiration: { days: 1 } }) });
      },
      "module/x: has the nested attribute lifecycle_rule, which is not printed",
    ],
    [
      "an argument of which the class does not say what it is",
      (stack) => new Untyped(stack, "x", { terraformResourceType: "aws_x" }),
      "module/x: Untyped does not say what kind of argument triggers is",
    ],
  ])("%s", (_, build, message) => {
    expect(() => printed(build)).toThrow(message);
  });
});

describe("a comment is refused on", () => {
  it.each<[string, (stack: TerraformStack) => TerraformElement, string]>([
    ["an argument that is not set", (stack) => new EfsFileSystem(stack, "x"), "encrypted"],
    ["a part that is not there", (stack) => new TerraformLocal(stack, "x", 1), "value"],
    ["one of several", (stack) => new TerraformLocal(stack, "x", [{ a: 1 }, { a: 2 }]), "a"],
  ])("%s", (_, build, argument) => {
    expect(() => printed((stack) => comment(build(stack), "Why.", argument))).toThrow(
      `module/x: a comment stands on ${argument}, which is not printed or not the only one`,
    );
  });
});

it("a comment cannot end its line and begin HCL", () => {
  const { variables } = printed((stack) => {
    comment(new TerraformVariable(stack, "v", {}), 'a\r\nvariable "w" {}\u2028}\n*/ }');
  });
  expect(variables).toBe('# a\n# variable "w" {} }\n# */ }\nvariable "v" {}\n');
});

describe("an override is refused", () => {
  const instead = "which is not printed: set the property, in the construct that makes the element";

  it.each<[string, Build, string]>([
    [
      "of a resource",
      fileSystem({ tags: {} }, (it) => it.addOverride("tags.a", "b")),
      "module/x: EfsFileSystem has an override of tags",
    ],
    [
      "of a variable",
      (stack) => new TerraformVariable(stack, "x", {}).addOverride("ephemeral", true),
      "module/x: TerraformVariable has an override of ephemeral",
    ],
    [
      "of the stack",
      (stack) => stack.addOverride("terraform.required_version", ">= 1"),
      "NamedStack has an override of terraform",
    ],
  ])("%s", (_, build, message) => {
    expect(() => printed(build)).toThrow(`${message}, ${instead}`);
  });
});

class Untyped extends TerraformResource {
  protected synthesizeAttributes(): { [name: string]: unknown } {
    return { triggers: { a: "b" } };
  }
}

class Nested extends TerraformResource {
  protected synthesizeAttributes(): { [name: string]: unknown } {
    return { inner: { a: "b" } };
  }

  protected synthesizeHclAttributes(): { [name: string]: unknown } {
    return { inner: { value: { a: "b" }, storageClassType: "NestedInner" } };
  }
}
