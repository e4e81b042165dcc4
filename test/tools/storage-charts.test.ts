import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { lint, ofKind, render, type StorageRelease, storageRelease } from "./storage-release";

let efs: StorageRelease;
let s3: StorageRelease;

beforeAll(async () => {
  efs = await storageRelease("efs");
  s3 = await storageRelease("s3-mountpoint");
});

/** What tells helm's objects from others. */
function labels(release: StorageRelease, chart: string) {
  return {
    "app.kubernetes.io/instance": release.name,
    "app.kubernetes.io/managed-by": "Helm",
    "app.kubernetes.io/name": chart,
  };
}

describe.each(["123", "1e3", "0x1f", "true", "null"])("%s stays text", (text) => {
  it("as the name of a class and of a cluster", async () => {
    const inputs = { storage_class_name: text, cluster_name: text };
    const [storageClass] = await render(await storageRelease("efs", inputs));
    expect(storageClass.metadata.name).toBe(text);
    expect(storageClass.metadata.annotations).toMatchObject({
      "clockwork-codex.github.io/cluster-name": text,
    });
  });

  it("as the name of a bucket, and as a mount option", async () => {
    const inputs = { storage_class_name: text, bucket_name: text };
    const release = await storageRelease("s3-mountpoint", inputs);
    const values = release.values.map((yaml) => yaml.replace("allow-delete", text));
    const objects = await render({ ...release, values });
    const [volume] = ofKind(objects, "PersistentVolume");
    expect(ofKind(objects, "StorageClass")[0].metadata.name).toBe(text);
    expect(volume.spec.storageClassName).toBe(text);
    expect(volume.spec.csi.volumeAttributes.bucketName).toBe(text);
    expect(volume.spec.mountOptions[0]).toBe(text);
  });
});

describe("the chart of efs", () => {
  it("renders a StorageClass that can be expanded, and nothing else", async () => {
    expect(await render(efs)).toEqual([
      {
        apiVersion: "storage.k8s.io/v1",
        kind: "StorageClass",
        metadata: {
          name: "efs-sc",
          labels: labels(efs, "efs-storage-class"),
          annotations: {
            "clockwork-codex.github.io/cluster-name": "prod",
            "storageclass.kubernetes.io/is-default-class": "false",
          },
        },
        provisioner: "efs.csi.aws.com",
        parameters: {
          directoryPerms: "700",
          fileSystemId: expect.stringMatching(/^fs-/),
          provisioningMode: "efs-ap",
        },
        reclaimPolicy: "Delete",
        volumeBindingMode: "Immediate",
        allowVolumeExpansion: true,
      },
    ]);
  });

  it("renders text where `cdktf synth --hcl` gives a number", async () => {
    const values = efs.values.map((yaml) =>
      yaml.replace(/"directoryPerms": "700"/, '"directoryPerms": 700'),
    );
    expect(values).not.toEqual(efs.values);
    const [storageClass] = await render({ ...efs, values });
    expect(storageClass.parameters).toMatchObject({ directoryPerms: "700" });
  });
});

it("the chart of s3-mountpoint renders a StorageClass and 64 volumes, each the whole bucket, and what keeps them", async () => {
  const ids = s3.values.map((yaml) => /"(?:pool|install)": "(.*)"/.exec(yaml)?.[1]);
  const pool = createHash("sha256").update(ids.join(" ")).digest("hex").slice(0, 8);
  const names = Array.from({ length: 64 }, (_, index) => `s3-mountpoint-${pool}-${index}`);
  const objects = await render(s3);
  const stored = objects.filter(({ metadata }) => !metadata.name.endsWith("-keeper"));
  expect(stored).toEqual([
    {
      apiVersion: "storage.k8s.io/v1",
      kind: "StorageClass",
      metadata: {
        name: "s3-mountpoint",
        labels: labels(s3, "s3-mountpoint-storage-class"),
        annotations: { "storageclass.kubernetes.io/is-default-class": "false" },
      },
      provisioner: "s3.csi.aws.com",
      reclaimPolicy: "Retain",
      volumeBindingMode: "Immediate",
    },
    ...names.map((name) => ({
      apiVersion: "v1",
      kind: "PersistentVolume",
      metadata: { name, labels: labels(s3, "s3-mountpoint-storage-class") },
      spec: {
        storageClassName: "s3-mountpoint",
        persistentVolumeReclaimPolicy: "Retain",
        capacity: { storage: "1Pi" },
        accessModes: ["ReadWriteMany", "ReadWriteOnce"],
        mountOptions: [
          "allow-delete",
          "allow-other",
          "allow-overwrite",
          "dir-mode 0777",
          "file-mode 0666",
          "region us-west-2",
        ],
        csi: {
          driver: "s3.csi.aws.com",
          volumeHandle: name,
          volumeAttributes: { authenticationSource: "driver", bucketName: "my-bucket" },
        },
      },
    })),
  ]);
  // The same for the same values, as whoever compares manifests wants.
  expect(await render(s3)).toEqual(objects);
});

it("two classes that begin alike have volumes of different names", async () => {
  const [one, other] = await Promise.all(
    ["a", "b"].map(async (end) => {
      const inputs = { storage_class_name: "x".repeat(60) + end };
      const objects = await render(await storageRelease("s3-mountpoint", inputs));
      return ofKind(objects, "PersistentVolume").map(({ metadata }): string => metadata.name);
    }),
  );
  expect(new Set([...one, ...other]).size).toBe(128);
});

/** https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-subdomain-names */
const dnsSubdomain = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

describe.each(["efs", "s3-mountpoint"])("a class of %s", (module) => {
  it.each([
    ["of one character", "x"],
    ["of 44 characters", "x".repeat(44)],
    ["of 45 characters", "x".repeat(45)],
    ["of 253 characters", "x".repeat(253)],
    ["of 127 parts", `${"x.".repeat(126)}x`],
    ["with a dot before the cut", `${"x".repeat(43)}.${"x".repeat(20)}`],
    ["with a dot after the cut", `${"x".repeat(44)}.${"x".repeat(20)}`],
    ["with hyphens up to the cut", `${"x".repeat(30)}${"-".repeat(14)}x`],
  ])("may have a name %s", async (_, name) => {
    const release = await storageRelease(module, { storage_class_name: name });
    const objects = await render(release);
    const [storageClass] = ofKind(objects, "StorageClass");
    expect(release.name.length).toBeLessThanOrEqual(53);
    expect(storageClass.metadata.name).toBe(name);
    for (const { metadata, spec } of ofKind(objects, "PersistentVolume")) {
      expect(metadata.name).toMatch(dnsSubdomain);
      expect(metadata.name.length).toBeLessThanOrEqual(253);
      expect(spec.storageClassName).toBe(name);
    }
  });

  it("passes helm's strict lint", async () => {
    const output = await lint(module === "efs" ? efs : s3);
    expect(output).toContain("1 chart(s) linted, 0 chart(s) failed");
    expect(output).not.toMatch(/\[(WARNING|ERROR)\]/);
  });
});
