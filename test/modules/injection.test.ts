import { createHash } from "node:crypto";
import { join } from "node:path";
import { TerraformStack, Testing } from "cdktf";
import { sample } from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { EnvironmentProviders, S3MountpointCsiDriver, S3MountpointStorageClass } from "../../csi";
import { CHART_PATHS } from "../../csi/internal/chart";
import { offline, type State, terraform } from "../terraform/terraform";
import { callsOf } from "./calls";
import { accepts, candidatesFor } from "./candidates";

/** Generated values of a prop that its rules accept, each once. */
function accepted<Value = string>(prop: string, count: number): Value[] {
  const values = sample(candidatesFor(prop), { numRuns: 60 * count, seed: 11 });
  const found = [...new Set(values.filter((value) => accepts(prop, value)))].slice(0, count);
  expect(found).toHaveLength(count);
  return found as Value[];
}

/** Mount options may hold what none of the modules' inputs may. */
const hostileOptions = [
  "'",
  "#",
  ": ",
  "&a",
  "*a",
  "{{x}}",
  "${x}",
  "%{if x}",
  "$${x}",
  "!!int",
  "é",
]
  .map((text) => `prefix ${text.replaceAll(" ", "")}/`)
  .filter((option) => accepts("mountOptions", [option]));

describe.runIf(offline)("an accepted input of s3-mountpoint", () => {
  const count = 20;
  const [regions, buckets, namespaces, classNames] = [
    "awsRegion",
    "bucketName",
    "namespace",
    "storageClassName",
  ].map((prop) => accepted(prop, count));
  let state: State;

  beforeAll(async () => {
    const calls = regions.map((aws_region, index) => [
      `case_${index}`,
      {
        aws_region,
        bucket_name: buckets[index],
        namespace: namespaces[index],
        storage_class_name: classNames[index],
      },
    ]);
    state = await terraform(callsOf("s3-mountpoint", Object.fromEntries(calls))).apply();
  });

  it.each(regions.map((_, index) => index))("comes out of YAML as it went in, case %i", (index) => {
    const release = state.values(`module.case_${index}.helm_release.storage_class`);
    const { storageClass, volumes, ...rest } = parse(release.values[0]);
    expect(release.namespace).toBe(namespaces[index]);
    expect(storageClass.name).toBe(classNames[index]);
    expect(volumes.bucketName).toBe(buckets[index]);
    expect(volumes.mountOptions[0]).toBe(`region ${regions[index]}`);
    expect(volumes.mountOptions).toHaveLength(6);
    expect(Object.keys(rest)).toEqual(["chartDigest"]);
  });
});

describe.runIf(offline)("an accepted input of efs", () => {
  const count = 6;
  const [regions, clusterNames, classNames] = ["awsRegion", "clusterName", "storageClassName"].map(
    (prop) => accepted(prop, count),
  );
  let state: State;

  beforeAll(async () => {
    const calls = clusterNames.map((cluster_name, index) => [
      `case_${index}`,
      {
        aws_region: regions[index],
        cluster_name,
        storage_class_name: classNames[index],
        namespace: `case-${index}`,
      },
    ]);
    state = await terraform(callsOf("efs", Object.fromEntries(calls))).apply();
  });

  const cases = regions.map((_, index) => index);
  const values = (index: number, resource: string) =>
    state.values(`module.case_${index}.${resource}`);

  it.each(cases)("comes out of YAML as it went in, case %i", (index) => {
    const { storageClass, clusterName } = parse(
      values(index, "helm_release.storage_class").values[0],
    );
    expect(clusterName).toBe(clusterNames[index]);
    expect(storageClass.name).toBe(classNames[index]);
    expect(storageClass.parameters.fileSystemId).toBe(values(index, "aws_efs_file_system.this").id);
  });

  it.each(cases)("names the release by all that is immutable, case %i", (index) => {
    const { id } = values(index, "aws_efs_file_system.this");
    const immutable = `{"name":"${classNames[index]}","parameters":{"directoryPerms":"700","fileSystemId":"${id}","provisioningMode":"efs-ap"},"provisioner":"efs.csi.aws.com","reclaimPolicy":"Delete","volumeBindingMode":"Immediate"}`;
    const digest = createHash("sha256").update(immutable).digest("hex").slice(0, 8);
    expect(values(index, "helm_release.storage_class").name.slice(-9)).toBe(`-${digest}`);
  });

  it.each(cases)("leaves the policy as it is, case %i", (index) => {
    const policy = JSON.parse(values(index, "aws_efs_file_system_policy.this").policy);
    const { arn } = values(index, "aws_efs_file_system.this");
    expect(policy.Statement).toHaveLength(2);
    for (const { Resource, Principal } of policy.Statement) {
      expect({ Resource, Principal }).toEqual({ Resource: arn, Principal: { AWS: "*" } });
    }
  });

  it.each(cases)("is one tag, case %i", (index) => {
    expect(values(index, "aws_efs_file_system.this").tags).toEqual({
      Name: clusterNames[index],
      [`kubernetes.io/cluster/${clusterNames[index]}`]: "shared",
    });
  });
});

describe.runIf(offline)("an accepted prop of the constructs", () => {
  const count = 20;
  const options = [
    ...hostileOptions.map((option) => [option]),
    ...accepted<string[]>("mountOptions", count),
  ];
  const buckets = accepted("bucketName", options.length);
  let state: State;

  beforeAll(async () => {
    const chart = join(__dirname, "..", "..", "csi", "s3-mountpoint", "chart");
    const app = Testing.app({ context: { [CHART_PATHS]: { "s3-mountpoint": chart } } });
    const stack = new TerraformStack(app, "stack");
    new EnvironmentProviders(stack, "providers");
    const driver = new S3MountpointCsiDriver(stack, "driver");
    options.forEach((mountOptions, index) => {
      const storageClass = new S3MountpointStorageClass(stack, `class_${index}`, {
        driver,
        awsRegion: "us-west-2",
        bucketName: buckets[index],
        mountOptions,
        storageClassName: `class-${index}`,
      });
      storageClass.release.overrideLogicalId(`class_${index}`);
    });
    const files = { "cdk.tf.json": Testing.synth(stack) };
    state = await terraform(files, { env: { AWS_REGION: "us-west-2" } }).apply();
  });

  it.each(options.map((mountOptions, index) => ({ mountOptions, index })))(
    "comes out of YAML as it went in: $mountOptions",
    ({ mountOptions, index }) => {
      const { volumes } = parse(state.values(`helm_release.class_${index}`).values[0]);
      expect(volumes.bucketName).toBe(buckets[index]);
      expect(volumes.mountOptions.slice(6)).toEqual(mountOptions);
    },
  );
});
