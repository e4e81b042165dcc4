import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { TerraformResource, TerraformStack, Testing } from "cdktf";
import { expect, it } from "vitest";
import { EfsCsi, EnvironmentProviders, S3MountpointCsi } from "../../csi";
import { efs, s3 } from "./props";
import { synth } from "./synth";

it("declares both providers, configured by nothing, within the tested versions", () => {
  const stack = synth((scope) => {
    new EnvironmentProviders(scope, "providers");
    new EfsCsi(scope, "efs", efs);
  });
  expect(stack.provider).toEqual({ aws: [{}], helm: [{}] });
  expect(stack.terraform.required_providers).toEqual({
    aws: { source: "hashicorp/aws", version: ">= 6.0.0, < 7.0.0" },
    helm: { source: "hashicorp/helm", version: ">= 2.17.0, < 4.0.0" },
  });
});

it("declares an aws provider with S3 Files where the stack has one of its resources", () => {
  const stack = synth((scope) => {
    new EnvironmentProviders(scope, "providers");
    new TerraformResource(scope, "s3-files", {
      terraformResourceType: "aws_s3files_file_system",
      terraformGeneratorMetadata: { providerName: "aws" },
    });
  });
  expect(stack.terraform.required_providers).toEqual({
    aws: { source: "hashicorp/aws", version: ">= 6.40.0, < 7.0.0" },
  });
});

it("declares no provider that the stack does not use", () => {
  const stack = synth((scope) => {
    new EnvironmentProviders(scope, "providers");
    new S3MountpointCsi(scope, "s3", s3);
  });
  expect(stack.provider).toEqual({ helm: [{}] });
  expect(Object.keys(stack.terraform.required_providers)).toEqual(["helm"]);
});

it("declares the same where HCL is asked for", () => {
  const stack = new TerraformStack(Testing.app(), "stack");
  new EnvironmentProviders(stack, "providers");
  new S3MountpointCsi(stack, "s3", s3);
  const hcl = Testing.synthHcl(stack);
  expect(hcl).toContain('provider "helm"');
  expect(hcl).not.toContain('provider "aws"');
});

it("leaves a provider without an alias to the stack that has one, by whomever", () => {
  const stack = synth((scope) => {
    new EnvironmentProviders(scope, "providers");
    new EnvironmentProviders(scope, "again");
    new AwsProvider(scope, "aws", { region: "us-west-2" });
    new EfsCsi(scope, "efs", efs);
  });
  expect(stack.provider).toEqual({ aws: [{ region: "us-west-2" }], helm: [{}] });
});

it("stands beside a provider with an alias", () => {
  const stack = synth((scope) => {
    new EnvironmentProviders(scope, "providers");
    new AwsProvider(scope, "aws", { alias: "other", region: "us-west-2" });
    new EfsCsi(scope, "efs", efs);
  });
  expect(stack.provider.aws).toHaveLength(2);
  expect(stack.provider.aws).toContainEqual({});
});

it("sees what is added after it", () => {
  const stack = synth((scope) => {
    new S3MountpointCsi(scope, "s3", s3);
    new EnvironmentProviders(scope, "providers");
    new EfsCsi(scope, "efs", efs);
  });
  expect(Object.keys(stack.provider)).toEqual(["aws", "helm"]);
});
