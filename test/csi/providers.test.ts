import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { HelmProvider } from "@cdktf/provider-helm/lib/provider";
import { Release } from "@cdktf/provider-helm/lib/release";
import type { TerraformStack } from "cdktf";
import { describe, expect, it } from "vitest";
import { EfsCsi, S3MountpointCsi } from "../../csi";
import { efs, s3 } from "./props";
import { type Synthesized, synth, withoutHash } from "./synth";

function defaultProviders(scope: TerraformStack): void {
  new AwsProvider(scope, "aws", { region: "us-west-2" });
  new HelmProvider(scope, "helm", {});
}

function otherProviders(scope: TerraformStack) {
  return {
    awsProvider: new AwsProvider(scope, "other_aws", { alias: "other", region: "us-east-1" }),
    helmProvider: new HelmProvider(scope, "other_helm", { alias: "other" }),
  };
}

/** The `provider` argument of each resource, by its address. */
function providersOf({ resource }: Synthesized): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(resource).flatMap(([type, byName]) =>
      Object.entries(byName).map(([name, { provider }]) => [
        `${type}.${withoutHash(name)}`,
        provider,
      ]),
    ),
  );
}

it("uses the default providers of the stack, wherever they are configured", () => {
  const stack = synth((scope) => {
    defaultProviders(scope);
    new S3MountpointCsi(scope, "s3", s3);
    new EfsCsi(scope, "efs", efs);
  });
  expect(stack.provider.aws).toEqual([{ region: "us-west-2" }]);
  expect(new Set(Object.values(providersOf(stack)))).toEqual(new Set([undefined]));
});

it("uses the providers that it is given, for every resource", () => {
  const stack = synth((scope) => {
    const { awsProvider, helmProvider } = otherProviders(scope);
    new EfsCsi(scope, "efs", { ...efs, awsProvider, helmProvider });
    new S3MountpointCsi(scope, "s3", { ...s3, helmProvider });
  });
  expect(providersOf(stack)).toEqual({
    "aws_efs_backup_policy.efs_file_system_backup_policy": "aws.other",
    "aws_efs_file_system.efs_file_system": "aws.other",
    "aws_efs_file_system_policy.efs_file_system_policy": "aws.other",
    "aws_efs_mount_target.efs_file_system_mount_target": "aws.other",
    "helm_release.efs_driver": "helm.other",
    "helm_release.efs_storage_class": "helm.other",
    "helm_release.s3_driver": "helm.other",
    "helm_release.s3_storage_class": "helm.other",
  });
});

describe("a driver that the program installs by a release of its own", () => {
  it.each([
    ["before", "aws-efs-csi-driver", "aws-efs-csi-driver"],
    ["after", "aws-efs-csi-driver", "aws-efs-csi-driver"],
    ["after", "efs", "oci://registry.example.com/charts/aws-efs-csi-driver"],
    ["after", "efs", "./charts/aws-efs-csi-driver-4.4.1.tgz"],
  ])("is refused %s ours, as the release %s of the chart %s", (place, name, chart) => {
    expect(() =>
      synth((scope) => {
        defaultProviders(scope);
        if (place === "before") new Release(scope, "mine", { name, chart });
        new EfsCsi(scope, "efs", efs);
        if (place === "after") new Release(scope, "mine", { name, chart });
      }),
    ).toThrow(
      "[stack/efs/driver] a cluster takes one release of the driver aws-efs-csi-driver, and stack/mine installs it already: install it once and pass that one as `driver` of each storage class, or give this one the `helmProvider` of another cluster.",
    );
  });

  it("is accepted where it is another chart, and so is what else has its name", () => {
    const stack = synth((scope) => {
      defaultProviders(scope);
      new IamRole(scope, "role", { name: "aws-efs-csi-driver", assumeRolePolicy: "{}" });
      new Release(scope, "mine", { name: "efs", chart: "my-efs-csi-driver" });
      new EfsCsi(scope, "efs", efs);
    });
    expect(Object.keys(stack.resource.helm_release)).toHaveLength(3);
  });
});

describe("a second driver", () => {
  it("is installed in another cluster, by another provider", () => {
    const stack = synth((scope) => {
      defaultProviders(scope);
      new EfsCsi(scope, "here", efs);
      new EfsCsi(scope, "there", { ...efs, ...otherProviders(scope) });
    });
    expect(providersOf(stack)).toMatchObject({
      "helm_release.here_driver": undefined,
      "helm_release.there_driver": "helm.other",
    });
  });

  it("is refused under the same provider, by its name as by default", () => {
    expect(() =>
      synth((scope) => {
        const { helmProvider } = otherProviders(scope);
        new S3MountpointCsi(scope, "one", { ...s3, helmProvider });
        new S3MountpointCsi(scope, "two", { ...s3, helmProvider });
      }),
    ).toThrow("[stack/two/driver] a cluster takes one release of the driver");
  });

  it("is refused where the first has the default provider by name", () => {
    expect(() =>
      synth((scope) => {
        const helmProvider = new HelmProvider(scope, "helm", {});
        new S3MountpointCsi(scope, "one", { ...s3, helmProvider });
        new S3MountpointCsi(scope, "two", s3);
      }),
    ).toThrow("[stack/two/driver] a cluster takes one release of the driver");
  });
});
