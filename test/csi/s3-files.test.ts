import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { TerraformResource, type TerraformStack } from "cdktf";
import { describe, expect, it } from "vitest";
import {
  EfsCsiDriver,
  S3FilesCsi,
  S3FilesCsiIdentity,
  S3FilesFileSystem,
  type S3FilesFileSystemProps,
  S3FilesStorageClass,
} from "../../csi";
import { requiredProps } from "../input-cases";
import { only, releases, synth, withoutHash } from "./synth";

const required = requiredProps["s3-files-file-system"] as unknown as S3FilesFileSystemProps;
const make = (props: Partial<S3FilesFileSystemProps> = {}) =>
  synth((scope) => void new S3FilesFileSystem(scope, "it", { ...required, ...props }));

describe("a file system", () => {
  it("lets its role use the keys given, and no key where none is", () => {
    const key = "arn:aws:kms:us-west-2:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    const policyWith = (bucketKmsKeyArns?: string[]) =>
      only(make({ bucketKmsKeyArns }), "aws_iam_role_policy").policy;
    expect(policyWith([key])).toContain(`"Resource" = "${key}"`);
    expect(policyWith()).not.toContain("kms:");
  });

  it("is made after the role may use the bucket and after what it is told to wait for", () => {
    const stack = synth((scope) => {
      const versioning = new TerraformResource(scope, "versioning", {
        terraformResourceType: "aws_s3_bucket_versioning",
      });
      new S3FilesFileSystem(scope, "it", { ...required, dependsOn: [versioning] });
    });
    const dependencies = only(stack, "aws_s3files_file_system").depends_on as string[];
    expect(dependencies.map(withoutHash)).toEqual([
      "aws_iam_role_policy.it_service",
      "aws_s3_bucket_versioning.versioning",
    ]);
  });

  it("may be there already", () => {
    const system = (scope: TerraformStack, fileSystemId: string) =>
      S3FilesFileSystem.fromFileSystemAttributes(scope, fileSystemId, { fileSystemId });
    synth((scope) => {
      const { fileSystemId, dependables } = system(scope, "fs-0123456789abcdef0");
      expect({ fileSystemId, dependables }).toEqual({
        fileSystemId: "fs-0123456789abcdef0",
        dependables: [],
      });
      expect(() => system(scope, "files")).toThrow("must be the id of an S3 Files file system");
    });
  });
});

it("takes the provider that it is given for every resource", () => {
  const { resource } = synth((scope) => {
    const awsProvider = new AwsProvider(scope, "aws", { alias: "other", region: "us-west-2" });
    new S3FilesFileSystem(scope, "file_system", { ...required, awsProvider });
    new S3FilesCsiIdentity(scope, "identity", {
      ...(requiredProps["s3-files-driver-identity"] as {
        awsRegion: string;
        clusterArn: string;
        fileSystemArns: string[];
      }),
      awsProvider,
    });
  });
  const { time_sleep: pause, ...ofAws } = resource;
  const providers = Object.values(ofAws).flatMap((named) =>
    Object.values(named).map(({ provider }) => provider),
  );
  expect(new Set(providers)).toEqual(new Set(["aws.other"]));
  expect(providers).toHaveLength(12);
});

describe("a class", () => {
  const on = (helmChartVersion: string) => () =>
    synth((scope) => {
      new S3FilesStorageClass(scope, "it", {
        driver: new EfsCsiDriver(scope, "driver", { helmChartVersion }),
        fileSystem: S3FilesFileSystem.fromFileSystemAttributes(scope, "file_system", {
          fileSystemId: "fs-0123456789abcdef0",
        }),
      });
    });

  it("is refused on a driver that is known to be too old for it", () => {
    expect(on("3.4.1")).toThrow("must be 4.3.0 or later");
    expect(on("4.4.1")).not.toThrow();
  });
});

it("all of it waits for what it is told to wait for", () => {
  const stack = synth((scope) => {
    const nodes = new TerraformResource(scope, "nodes", {
      terraformResourceType: "aws_eks_node_group",
    });
    new S3FilesCsi(scope, "it", { ...required, dependsOn: [nodes] });
  });
  const waiting = (of: { depends_on: string[] }) => of.depends_on.map(withoutHash);
  expect(waiting(only(stack, "aws_s3files_file_system"))).toContain("aws_eks_node_group.nodes");
  expect(waiting(releases(stack).driver)).toEqual([
    "time_sleep.it_identity_effective",
    "aws_eks_node_group.nodes",
  ]);
});
