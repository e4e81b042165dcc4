import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { Claim, type Volume, volumesOf } from "../cluster/claim";
import { Cluster, type KubernetesObject } from "../cluster/cluster";
import { codeBlock } from "../cluster/documentation";
import { allInTurn } from "../cluster/in-turn";
import { PoolProgram } from "../cluster/pool-program";
import { Pod } from "./pod";
import { settings } from "./settings";
import { within } from "./within";

const { endpoint, region, buckets, driverChart } = settings(process.env);
const [bucket, otherBucket] = buckets;
const cluster = new Cluster(inject("cluster"));
const storageClassName = "s3-mountpoint";
const s3 = new PoolProgram(
  cluster,
  {
    awsRegion: region,
    bucketName: bucket,
    storageClassName,
    volumeCount: 8,
    mountOptions: endpoint ? [`endpoint-url ${endpoint}`, "force-path-style"] : [],
  },
  { chartRepository: driverChart },
);

beforeAll(() => s3.apply());

// As the README says: first the pods and claims, then, once Mountpoint has unmounted, the driver.
afterAll(() =>
  allInTurn(
    () => cluster.deleteNamespaces(),
    () => within(120, async () => expect(await podsOf("mount-s3")).toEqual([])),
    async () => {
      const started = Date.now();
      await s3.destroy();
      expect(Date.now() - started).toBeLessThan(120_000);
    },
    () => within(60, async () => expect(await volumesOf(cluster, storageClassName)).toEqual([])),
  ),
);

const podsOf = (namespace: string) =>
  cluster.list<KubernetesObject>("pods", `--namespace=${namespace}`);
const phaseOf = async (volume: string) => (await cluster.get<Volume>("pv", volume)).status.phase;

/** The claim that the module's README shows, in a namespace of its own. */
async function documentedClaim(): Promise<Claim> {
  const namespace = await cluster.createNamespace();
  const claim = codeBlock("s3-mountpoint", "yaml", "kind: PersistentVolumeClaim");
  await cluster.create(claim, namespace);
  return new Claim(cluster, namespace, "s3-volume");
}

const file = `/data/${cluster.uniqueName()}`;

test("a pod that is not root writes, reads, overwrites and deletes on the documented claim", async () => {
  const pod = await Pod.start(cluster, await documentedClaim(), 1000);
  expect(await pod.sh(`echo one >${file}; cat ${file}`)).toBe("one\n");
  expect(await pod.sh(`echo two >${file}; cat ${file}`)).toBe("two\n");
  await pod.sh(`rm ${file}`);
  expect(await pod.sh("ls /data")).not.toContain(file.slice("/data/".length));
  await pod.delete();
});

test("a pod of another user on another claim sees the same files and may overwrite them", async () => {
  const writer = await Pod.start(cluster, await documentedClaim(), 1000);
  const reader = await Pod.start(cluster, await documentedClaim(), 2000);
  await writer.sh(`echo one >${file}`);
  expect(await reader.sh(`cat ${file}`)).toBe("one\n");
  await reader.sh(`echo two >${file}`);
  // Mountpoint keeps what it knows of a file for a second.
  await within(30, async () => expect(await writer.sh(`cat ${file}`)).toBe("two\n"));
  await reader.sh(`rm ${file}`);
  await writer.delete();
  await reader.delete();
});

test("the keeper gives the volume of a deleted claim back, and says so in its log", async () => {
  const claim = await documentedClaim();
  const { metadata } = await claim.volume();
  await claim.delete();
  await within(30, async () => expect(await phaseOf(metadata.name)).not.toBe("Bound"));
  // It runs each minute, and its first run on a node fetches its image.
  await within(300, async () => expect(await phaseOf(metadata.name)).toBe("Available"));
  expect((await cluster.get<Volume>("pv", metadata.name)).metadata.uid).toBe(metadata.uid);
  const logs = codeBlock("s3-mountpoint", "sh", "kubectl logs");
  // A run that has just begun has no log yet.
  await within(30, async () => {
    expect(await cluster.shell(logs)).toContain(`${metadata.name}: given back\n`);
  });
});

test("another bucket reaches new claims, while a live mount stays on the old one", async () => {
  const before = await Pod.start(cluster, await documentedClaim(), 1000);
  await before.sh(`echo before >${file}`);
  await s3.apply({ bucketName: otherBucket });
  expect(await before.sh(`cat ${file}`)).toBe("before\n");

  const after = await Pod.start(cluster, await documentedClaim(), 1000);
  await expect(after.sh(`cat ${file}`)).rejects.toThrow("No such file or directory");
  await after.sh(`echo after >${file}`);
  await before.sh(`echo still >${file}; cat ${file}`);
  expect(await after.sh(`cat ${file}; rm ${file}`)).toBe("after\n");
  expect(await before.sh(`cat ${file}; rm ${file}`)).toBe("still\n");
  await before.delete();
  await after.delete();
});
