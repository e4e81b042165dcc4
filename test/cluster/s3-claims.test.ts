import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { Claim, volumesOf } from "./claim";
import { Cluster } from "./cluster";
import { codeBlock, symptom } from "./documentation";
import { eventually } from "./eventually";
import { allInTurn } from "./in-turn";
import { s3Mountpoint } from "./modules";

const cluster = new Cluster(inject("cluster"));
const s3 = s3Mountpoint(cluster);
const storageClassName = "s3-mountpoint";
const poolSize = 64;

beforeAll(async () => {
  await s3.apply();
});
afterAll(() =>
  allInTurn(
    () => s3.destroy(),
    () => cluster.deleteNamespaces(),
  ),
);

describe("a claim of the documented class", () => {
  test("is Bound within 2 seconds, byte for byte as in the README", async () => {
    const namespace = await cluster.createNamespace();
    const documented = codeBlock("s3-mountpoint", "yaml", "kind: PersistentVolumeClaim");
    await cluster.create(documented, namespace);
    const claim = new Claim(cluster, namespace, "s3-volume");
    expect((await claim.volume("2s")).status.phase).toBe("Bound");
  });

  test("gets a volume of its own in each of four namespaces", async () => {
    const claims = await Promise.all(
      Array.from({ length: 4 }, () => Claim.create(cluster, { storageClassName })),
    );
    const volumes = await Promise.all(claims.map((claim) => claim.volume()));
    expect(new Set(claims.map(({ namespace }) => namespace)).size).toBe(4);
    expect(new Set(volumes.map(({ metadata }) => metadata.name)).size).toBe(4);
  });

  test("may ask for ReadWriteOnce", async () => {
    const claim = await Claim.create(cluster, { storageClassName, accessMode: "ReadWriteOnce" });
    await claim.volume();
    expect(await claim.phase()).toBe("Bound");
  });
});

test("each volume is the bucket, in its region, by a handle of its own", async () => {
  const volumes = await volumesOf(cluster, storageClassName);
  expect(volumes).toHaveLength(poolSize);
  for (const { spec } of volumes) {
    expect(spec.csi.driver).toBe("s3.csi.aws.com");
    expect(spec.csi.volumeAttributes.bucketName).toBe("datasets");
    expect(spec.mountOptions).toContain("region us-west-2");
  }
  expect(new Set(volumes.map(({ spec }) => spec.csi.volumeHandle)).size).toBe(poolSize);
});

test.each([
  { what: "more than a volume has", asked: { storage: "2Pi" } },
  { what: "ReadOnlyMany, which would write", asked: { accessMode: "ReadOnlyMany" } as const },
])("a claim for $what stays Pending, with an event that the README explains", async ({ asked }) => {
  const event = expect.stringContaining(symptom("s3-mountpoint", "claim Pending"));
  const claim = await Claim.create(cluster, { storageClassName, ...asked });
  await eventually(async () => expect(await claim.events()).toContainEqual(event));
  expect(await claim.phase()).toBe("Pending");
});
