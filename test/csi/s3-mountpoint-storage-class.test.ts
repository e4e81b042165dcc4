import { TerraformVariable } from "cdktf";
import { describe, expect, it } from "vitest";
import {
  S3MountpointAuthenticationSource,
  S3MountpointCacheType,
  S3MountpointCsiDriver,
  S3MountpointStorageClass,
  type S3MountpointStorageClassProps,
} from "../../csi";
import { refusedMountOptions } from "../../csi/s3-mountpoint-storage-class/mount-option-table";
import { local, only, synth } from "./synth";

type Options = Partial<S3MountpointStorageClassProps>;

function stackWith(options: Options | ((variable: typeof token) => Options) = {}) {
  return synth((scope) => {
    const props =
      typeof options === "function"
        ? options((name) => new TerraformVariable(scope, name, {}).value)
        : options;
    new S3MountpointStorageClass(scope, "s3", {
      awsRegion: "us-west-2",
      bucketName: "my-bucket",
      driver: S3MountpointCsiDriver.fromInstalled(scope, "driver"),
      ...props,
    });
  });
}

// biome-ignore lint/suspicious/noExplicitAny: a token stands for a value of any type.
declare function token(name: string): any;

const values = (options: Parameters<typeof stackWith>[0] = {}): string =>
  only(stackWith(options), "helm_release").values;

function mountOptions(options: Options): string[] {
  const [, list] = /"mountOptions" = (\[.*?\])/.exec(values(options)) ?? [];
  return JSON.parse(String(list));
}

const writing = [
  "allow-delete",
  "allow-other",
  "allow-overwrite",
  "dir-mode 0777",
  "file-mode 0666",
];
const region = "region us-west-2";

describe("the mount options", () => {
  it.each<[string, Options, string[]]>([
    ["let any user of a pod read, write, overwrite and delete", {}, [...writing, region]],
    [
      "stand in place of ours of the same name, however written",
      { mountOptions: ["--region=us-east-1", "dir-mode 0750", "--file-mode 0640", "debug"] },
      [
        "allow-delete",
        "allow-other",
        "allow-overwrite",
        "debug",
        "dir-mode 0750",
        "--file-mode 0640",
        "--region=us-east-1",
      ],
    ],
    [
      "take out what they exclude",
      { mountOptions: ["--allow-root"] },
      [
        "allow-delete",
        "allow-overwrite",
        "--allow-root",
        "dir-mode 0777",
        "file-mode 0666",
        region,
      ],
    ],
  ])("%s", (_, options, expected) => {
    expect(mountOptions(options)).toEqual(expected);
  });

  it.each([
    ["alow-root", "Did you mean allow-root?"],
    ["--dirmode=0755", "Did you mean dir-mode?"],
    ["read-only", "Leave read-only out: "],
    ["cache /tmp", "Leave cache out: "],
    ["--uid=0", "The value of uid is [1-9][0-9]{0,9}."],
    ["debug true", "The value of debug is none."],
    ["uxd 1000", "Did you mean uid?"],
  ])("%s is refused with what may be meant", (option, hint) => {
    expect(() => values({ mountOptions: [option] })).toThrow(`got ["${option}"]. ${hint}`);
  });

  it.each(Object.entries(refusedMountOptions))("without %s, for %s", (option, reason) => {
    expect(reason).toMatch(/^(Mountpoint|the) \w+ .{4}/);
    expect(() => values({ mountOptions: [option, "fsat"] })).toThrow(
      `got ["${option}","fsat"]. Leave ${option} out: ${reason}.`,
    );
  });

  it("are each refused with what may be meant", () => {
    expect(() => values({ mountOptions: ["alow-root", "debg"] })).toThrow(
      / Did you mean allow-root\? Did you mean debug\?$/,
    );
  });

  it.each<[string, Parameters<typeof stackWith>[0]]>([
    ["a prefix", (variable) => ({ prefix: variable("later") })],
    ["whether the class reads", (variable) => ({ readOnly: variable("later") })],
    ["an option", (variable) => ({ mountOptions: [`uid ${variable("later")}`] })],
    ["the options", (variable) => ({ mountOptions: variable("later") })],
  ])("are put together by Terraform where it alone knows %s", (_, options) => {
    expect(values(options)).toContain(
      '"mountOptions" = values(merge({ for key, val in {"allow-delete" = ',
    );
  });

  it("may be half of what belongs together where Terraform alone knows the others", () => {
    const key = "sse-kms-key-id arn:aws:kms:us-west-2:123456789012:key/a";
    expect(() => values({ mountOptions: [key] })).toThrow("must hold sse aws:kms where it holds");
    expect(() =>
      values((variable) => ({ mountOptions: [key, `${variable("later")}`] })),
    ).not.toThrow();
  });

  it("that are like none are refused without", () => {
    expect(() => values({ mountOptions: ["fast"] })).toThrow(/got \["fast"\]\.$/);
  });
});

describe("the access modes", () => {
  it("have ReadWriteMany first, which is the mode that the driver is handed", () => {
    expect(values()).toContain('"accessModes" = ["ReadWriteMany", "ReadWriteOnce"]');
  });

  it("are ReadOnlyMany alone where the class reads", () => {
    expect(values((variable) => ({ readOnly: variable("read") }))).toContain(
      '"accessModes" = var.read ? ["ReadOnlyMany"] : ["ReadWriteMany", "ReadWriteOnce"]',
    );
  });
});

it("the volumes tell the driver what they are given, and the pool is another when that is", () => {
  const stack = stackWith({
    authenticationSource: S3MountpointAuthenticationSource.POD,
    stsRegion: "eu-central-1",
    cache: {
      type: S3MountpointCacheType.EPHEMERAL,
      storageClassName: "gp3",
      resourceRequest: "10Gi",
    },
    containerResources: { limitsMemory: "2Gi" },
    httpsProxy: "http://proxy.example.com",
    noProxy: ".amazonaws.com",
  });
  const source = local(stack, "volume_source");
  expect(source.value).toEqual({
    driver: "s3.csi.aws.com",
    volumeAttributes: {
      authenticationSource: "pod",
      bucketName: "my-bucket",
      cache: "ephemeral",
      cacheEphemeralStorageClassName: "gp3",
      cacheEphemeralStorageResourceRequest: "10Gi",
      mountpointContainerResourcesLimitsMemory: "2Gi",
      "mountpointEnv.HTTPS_PROXY": "http://proxy.example.com",
      "mountpointEnv.NO_PROXY": ".amazonaws.com",
      stsRegion: "eu-central-1",
    },
  });
  expect(only(stack, "terraform_data").triggers_replace.volume_source).toBe(
    `\${local.${source.name}}`,
  );
});
