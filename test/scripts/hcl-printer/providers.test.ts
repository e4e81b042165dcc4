import { EfsFileSystem } from "@cdktf/provider-aws/lib/efs-file-system";
import { TerraformProvider } from "cdktf";
import { describe, expect, it } from "vitest";
import { buildRootStack, printHcl } from "../../../scripts/hcl-printer";
import { hcl, options, printedRoot } from "./printed";

class Declared extends TerraformProvider {}

describe("a provider", () => {
  it("is printed without arguments: the environment configures it", () => {
    const { providers } = printedRoot((stack) => {
      for (const name of ["helm", "aws"]) {
        new Declared(stack, name, { terraformResourceType: name });
      }
    });
    expect(providers).toBe('provider "helm" {}\n\nprovider "aws" {}\n');
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
});

describe("the versions", () => {
  it("have the providers that are used, by name", () => {
    const { versions } = printedRoot((stack) => {
      new Declared(stack, "helm", { terraformResourceType: "helm" });
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

  it("must be known for each provider that is used", () => {
    const stack = buildRootStack((built) => new EfsFileSystem(built, "fs"));
    expect(() => printHcl(stack, { ...options, requiredProviders: {} })).toThrow(
      "the provider aws is used, but requiredProviders has only none",
    );
  });
});
