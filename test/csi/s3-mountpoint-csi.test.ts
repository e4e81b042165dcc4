import { TerraformVariable } from "cdktf";
import { describe, expect, it } from "vitest";
import { S3MountpointCsi, type S3MountpointCsiProps } from "../../csi";
import { s3 } from "./props";
import { local, only, releases, synth } from "./synth";

const make = (props: Partial<S3MountpointCsiProps> = {}) =>
  synth((scope) => void new S3MountpointCsi(scope, "s3", { ...s3, ...props }));

describe("the driver", () => {
  it("is the same by the documented version with a v, and any other version as given", () => {
    expect(make({ helmChartVersion: "v0.1.0" })).toEqual(make());
    expect(releases(make({ helmChartVersion: "1.15.0" })).driver.version).toBe("1.15.0");
  });

  it("leaves it to Terraform what a version stands for that only Terraform knows", () => {
    const stack = synth((scope) => {
      const version = new TerraformVariable(scope, "version", {}).stringValue;
      new S3MountpointCsi(scope, "s3", { ...s3, helmChartVersion: version });
    });
    const { name, value } = local(stack, "chart_version");
    expect(value).toBe('${(trimprefix(var.version, "v") == "0.1.0") ? "2.7.0" : var.version}');
    expect(releases(stack).driver.version).toBe(`\${local.${name}}`);
  });
});

it("the pool is another when the bucket, the namespace or the class is, and names the volumes", () => {
  const stack = make();
  expect(only(stack, "terraform_data").triggers_replace).toEqual({
    namespace: "kube-system",
    storage_class: `\${local.${local(stack, "storage_class").name}}`,
    volume_source: `\${local.${local(stack, "volume_source").name}}`,
  });
  expect(releases(stack).storage.values).toMatch(/"pool" = terraform_data\.\w+\.id\b/);
});
