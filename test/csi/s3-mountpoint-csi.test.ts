import { TerraformVariable } from "cdktf";
import { beforeAll, describe, expect, it } from "vitest";
import { S3MountpointCsi } from "../../csi";
import { local, only, releases, type Synthesized, synth, withoutHash } from "./synth";

const required = { awsRegion: "us-west-2", bucketName: "my-bucket" };

let defaults: Synthesized;

beforeAll(() => {
  defaults = synth((scope) => {
    new S3MountpointCsi(scope, "s3", required);
  });
});

it("makes nothing in AWS: the bucket may be another account's", () => {
  expect(Object.keys(defaults.resource).sort()).toEqual(["helm_release", "terraform_data"]);
});

describe("the driver", () => {
  it("is the newest tested version in the documented namespace", () => {
    expect(releases(defaults).driver).toMatchObject({
      name: "aws-mountpoint-s3-csi-driver",
      chart: "aws-mountpoint-s3-csi-driver",
      repository: "https://awslabs.github.io/mountpoint-s3-csi-driver",
      version: "2.7.0",
      namespace: "kube-system",
      create_namespace: true,
      atomic: true,
      wait: true,
      timeout: 1800,
    });
    expect(releases(defaults).driver).not.toHaveProperty("values");
  });

  it("is the same by the documented version with a v", () => {
    const stack = synth((scope) => {
      new S3MountpointCsi(scope, "s3", { ...required, helmChartVersion: "v0.1.0" });
    });
    expect(stack).toEqual(defaults);
  });

  it("is any other version as given", () => {
    const stack = synth((scope) => {
      new S3MountpointCsi(scope, "s3", { ...required, helmChartVersion: "1.15.0" });
    });
    expect(releases(stack).driver.version).toBe("1.15.0");
  });

  it("leaves it to Terraform what a version stands for that only Terraform knows", () => {
    const stack = synth((scope) => {
      const version = new TerraformVariable(scope, "version", {}).stringValue;
      new S3MountpointCsi(scope, "s3", { ...required, helmChartVersion: version });
    });
    const { name, value } = local(stack, "chart_version");
    expect(value).toBe('${(trimprefix(var.version, "v") == "0.1.0") ? "2.7.0" : var.version}');
    expect(releases(stack).driver.version).toBe(`\${local.${name}}`);
  });
});

describe("the storage class", () => {
  it("waits for the driver, and not for itself", () => {
    const { storage } = releases(defaults);
    expect(storage.depends_on.map(withoutHash)).toEqual(["helm_release.s3_driver"]);
    expect(storage).toMatchObject({ wait: false, atomic: true });
  });

  it("keeps its volumes when their claims go", () => {
    expect(local(defaults, "storage_class").value).toEqual({
      name: "s3-mountpoint",
      provisioner: "s3.csi.aws.com",
      reclaimPolicy: "Retain",
      volumeBindingMode: "Immediate",
    });
  });
});

describe("the pool", () => {
  it("is another when the bucket, the namespace or the class is", () => {
    const storageClass = local(defaults, "storage_class");
    const source = local(defaults, "volume_source");
    expect(source.value).toEqual({
      driver: "s3.csi.aws.com",
      volumeAttributes: { authenticationSource: "driver", bucketName: "my-bucket" },
    });
    expect(only(defaults, "terraform_data").triggers_replace).toEqual({
      namespace: "kube-system",
      storage_class: `\${local.${storageClass.name}}`,
      volume_source: `\${local.${source.name}}`,
    });
  });

  it("names the volumes", () => {
    expect(releases(defaults).storage.values).toMatch(/"pool" = terraform_data\.\w+\.id\b/);
  });
});

it("gives the class's name to the program", () => {
  synth((scope) => {
    const s3 = new S3MountpointCsi(scope, "s3", { ...required, storageClassName: "data" });
    expect(s3.storageClassName).toBe("data");
    expect(s3.fqn).toBe(s3.storageClass.release.fqn);
  });
});

it("refuses wrong input by the name of the construct that got it", () => {
  expect(() =>
    synth((scope) => new S3MountpointCsi(scope, "s3", { ...required, bucketName: "s3://b" })),
  ).toThrow("stack/s3: `bucketName` must be the name of a bucket");
});
