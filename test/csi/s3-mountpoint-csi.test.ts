import { TerraformVariable } from "cdktf";
import { beforeAll, describe, expect, it } from "vitest";
import { S3MountpointCsi, S3MountpointCsiDriver, S3MountpointStorageClass } from "../../csi";
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
      volumeAttributes: { bucketName: "my-bucket" },
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

describe("the volumes", () => {
  const values = (
    props: Partial<ConstructorParameters<typeof S3MountpointStorageClass>[2]> = {},
  ): string => {
    const stack = synth((scope) => {
      const driver = S3MountpointCsiDriver.fromInstalled(scope, "driver");
      new S3MountpointStorageClass(scope, "s3", { ...required, driver, ...props });
    });
    return only(stack, "helm_release").values;
  };

  it("are 64, on the bucket", () => {
    expect(values()).toMatch(/"csi" = local\.\w+_volume_source_\w+/);
    expect(values()).toContain('"count" = 64');
  });

  it("are as many as asked for", () => {
    expect(values({ volumeCount: 3 })).toContain('"count" = 3');
  });

  it("offer ReadWriteMany first, which is the mode that the driver is handed", () => {
    expect(values()).toContain('"accessModes" = ["ReadWriteMany", "ReadWriteOnce"]');
  });

  it("let any user of a pod read, write, overwrite and delete, and take further options", () => {
    const own =
      '"region us-west-2", "allow-delete", "allow-overwrite", "allow-other", "dir-mode 0777", "file-mode 0666"';
    expect(values()).toContain(`"mountOptions" = [${own}]`);
    expect(values({ mountOptions: ["prefix logs/"] })).toContain(
      `"mountOptions" = [${own}, "prefix logs/"]`,
    );
  });

  it("take options that Terraform learns later", () => {
    const stack = synth((scope) => {
      const options = new TerraformVariable(scope, "options", { type: "list(string)" });
      const driver = S3MountpointCsiDriver.fromInstalled(scope, "driver");
      const mountOptions = options.listValue;
      new S3MountpointStorageClass(scope, "s3", { ...required, driver, mountOptions });
    });
    expect(only(stack, "helm_release").values).toMatch(
      /"mountOptions" = concat\(\["region us-west-2", .*"file-mode 0666"\], var\.options\)/,
    );
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
