import { EfsFileSystem } from "@cdktf/provider-aws/lib/efs-file-system";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { HelmProvider } from "@cdktf/provider-helm/lib/provider";
import {
  TerraformHclModule,
  TerraformIterator,
  TerraformOutput,
  TerraformProvider,
  TerraformVariable,
} from "cdktf";
import { describe, expect, it } from "vitest";
import { buildRootStack } from "../../../scripts/hcl/logical-id";
import { printHcl } from "../../../scripts/hcl/print";
import { hcl, printedRoot, requirements } from "./printed";

class Declared extends TerraformProvider {}

describe("a provider", () => {
  it("has its alias first and its blocks last", () => {
    const { providers } = printedRoot((stack) => {
      const region = new TerraformVariable(stack, "region", {});
      new AwsProvider(stack, "aws", {
        alias: "west",
        region: region.stringValue,
        defaultTags: [{ tags: { fooBar: "x", "a/b": "y" } }],
      });
    });
    expect(providers).toBe(hcl`
      provider "aws" {
        alias  = "west"
        region = var.region

        default_tags {
          tags = {
            fooBar = "x"
            "a/b"  = "y"
          }
        }
      }
    `);
  });

  it("that gives nothing to Terraform is left out", () => {
    class Unused extends TerraformProvider {
      toTerraform(): object {
        return {};
      }
    }
    const { providers, versions } = printedRoot((stack) => {
      new Unused(stack, "aws", { terraformResourceType: "aws" });
      new Declared(stack, "helm", { terraformResourceType: "helm" });
    });
    expect(providers).toBe('provider "helm" {}\n');
    expect(versions).not.toContain("aws");
  });

  it("of helm has attributes that cdktf calls blocks", () => {
    const { providers } = printedRoot((stack) => {
      new HelmProvider(stack, "helm", {
        kubernetes: {
          host: "https://x",
          exec: { apiVersion: "v1", command: "aws", env: { AWS_PROFILE: "p" } },
        },
        registries: [{ url: "oci://x", username: "u", password: "p" }],
        experiments: { manifest: true },
      });
    });
    expect(providers).toBe(hcl`
      provider "helm" {
        experiments = {
          manifest = true
        }

        kubernetes = {
          exec = {
            api_version = "v1"
            command     = "aws"
            env = {
              AWS_PROFILE = "p"
            }
          }
          host = "https://x"
        }

        registries = [{
          password = "p"
          url      = "oci://x"
          username = "u"
        }]
      }
    `);
  });

  it("may be declared without any argument", () => {
    const { providers } = printedRoot((stack) => {
      new Declared(stack, "aws", { terraformResourceType: "aws" });
    });
    expect(providers).toBe('provider "aws" {}\n');
  });

  it("stands in the order of construction", () => {
    const { providers } = printedRoot((stack) => {
      for (const alias of ["b", "a"]) new AwsProvider(stack, alias, { alias });
    });
    expect(providers.match(/(?<=alias = ")\w/g)).toEqual(["b", "a"]);
  });

  it("may not be configured twice without an alias", () => {
    expect(() =>
      printedRoot((stack) => {
        new AwsProvider(stack, "a", {});
        new AwsProvider(stack, "b", {});
      }),
    ).toThrow("root/b: has the address provider aws, as has root/a: rename one of them");
  });
});

describe("the call of a module", () => {
  it("has its source, its providers, its inputs by name, and what it waits for", () => {
    const { main, outputs } = printedRoot((stack) => {
      const west = new AwsProvider(stack, "west", { alias: "west" });
      const fs = new EfsFileSystem(stack, "fs");
      const module = new TerraformHclModule(stack, "storage", {
        source: "example/storage/aws",
        version: "~> 2.0",
        providers: [west, { provider: west, moduleAlias: "other" }],
        variables: { subnet_ids: ["a", fs.id], name: "x", fooBar: { a: 1 } },
        dependsOn: [fs],
      });
      new TerraformOutput(stack, "class", { value: module.getString("class") });
    });
    expect(main).toBe(
      hcl`
      resource "aws_efs_file_system" "fs" {}

      module "storage" {
        source  = "example/storage/aws"
        version = "~> 2.0"

        providers = {
          aws       = aws.west
          aws.other = aws.west
        }

        name       = "x"
        subnet_ids = ["a", aws_efs_file_system.fs.id]

        depends_on = [aws_efs_file_system.fs]
      }
    `.replace("  name       =", "  fooBar = {\n    a = 1\n  }\n\n  name       ="),
    );
    expect(outputs).toContain("value = module.storage.class\n");
  });

  it("may be repeated for each item", () => {
    const { main } = printedRoot((stack) => {
      const names = TerraformIterator.fromList(["a", "b"]);
      new TerraformHclModule(stack, "m", {
        source: "example/m/aws",
        forEach: names,
        variables: { name: names.value },
      });
    });
    expect(main).toBe(hcl`
      module "m" {
        source = "example/m/aws"

        for_each = toset(["a", "b"])

        name = each.value
      }
    `);
  });
});

describe("the versions", () => {
  it("have the providers that are used, by name", () => {
    const { versions } = printedRoot((stack) => {
      new HelmProvider(stack, "helm", {});
      new EfsFileSystem(stack, "fs");
    });
    expect(versions).toBe(hcl`
      terraform {
        required_version = ">= 1.9"

        required_providers {
          aws = {
            source  = "hashicorp/aws"
            version = ">= 6.0, < 7.0"
          }
          helm = {
            source  = "hashicorp/helm"
            version = ">= 2.17, < 4.0"
          }
        }
      }
    `);
  });

  it("have Terraform's alone if no provider is used", () => {
    expect(printedRoot(() => {})).toEqual({
      main: "",
      variables: "",
      outputs: "",
      providers: "",
      versions: 'terraform {\n  required_version = ">= 1.9"\n}\n',
    });
  });

  it("must be known for each provider that is used", () => {
    const stack = buildRootStack((built) => new EfsFileSystem(built, "fs"));
    expect(() => printHcl(stack, { ...requirements, requiredProviders: {} })).toThrow(
      "the provider aws is used, but requiredProviders has only none",
    );
  });
});
