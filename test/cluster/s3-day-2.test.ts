import { join } from "node:path";
import { afterAll, describe, expect, inject, onTestFinished, test } from "vitest";
import { modulesAt } from "../modules/version-before";
import { Claim, type Volume, volumesOf } from "./claim";
import { Cluster } from "./cluster";
import type { Deployment } from "./deployment";
import { codeBlock } from "./documentation";
import { eventually } from "./eventually";
import { s3Mountpoint } from "./modules";

const cluster = new Cluster(inject("cluster"));
afterAll(() => cluster.deleteNamespaces());

/** The address that the documentation replaces. */
function replacedByReadme(): string {
  const line = codeBlock("s3-mountpoint", "sh", "terraform apply -replace");
  return String(/^terraform apply -replace='(.*)'$/m.exec(line)?.[1]);
}

/** The module on the cluster, of the version before if need be, and a claim that is bound. */
async function deployed(modules?: string): Promise<{
  s3: Deployment;
  storageClassName: string;
  bound: Claim;
  boundTo: Volume;
}> {
  const storageClassName = cluster.uniqueName();
  const s3 = s3Mountpoint(cluster, { storage_class_name: storageClassName });
  onTestFinished(() => s3.destroy());
  await (modules ? s3.applyOf(modules) : s3.apply());
  const bound = await Claim.create(cluster, { storageClassName });
  return { s3, storageClassName, bound, boundTo: await bound.volume() };
}

describe("while a claim is bound, it stays so", () => {
  test.each([
    { what: "the bucket", change: () => ({ bucket_name: "checkpoints" }) },
    { what: "the driver's namespace", change: () => ({ namespace: cluster.namespaceName() }) },
    { what: "the class's name", change: () => ({ storage_class_name: cluster.uniqueName() }) },
  ])("when $what changes, which new claims reach", async ({ change }) => {
    const { s3, storageClassName, bound, boundTo } = await deployed();
    const changed: Record<string, string> = change();
    await s3.apply(changed);
    const { bucket_name = "datasets", storage_class_name = storageClassName } = changed;
    const added = await Claim.create(cluster, { storageClassName: storage_class_name });
    expect((await added.volume()).spec.csi.volumeAttributes.bucketName).toBe(bucket_name);
    expect(await bound.phase()).toBe("Bound");
    expect(await bound.volume()).toMatchObject({
      metadata: { uid: boundTo.metadata.uid },
      spec: { csi: boundTo.spec.csi },
    });
  });

  test("when the version before is upgraded, which renews the volumes that are not bound", async () => {
    const earlier = await modulesAt();
    const { s3, storageClassName, bound, boundTo } = await deployed(join(earlier, "modules"));
    const namesNow = async () =>
      (await volumesOf(cluster, storageClassName)).map(({ metadata }) => metadata.name);
    const before = await namesNow();
    await s3.apply();
    const added = await Claim.create(cluster, { storageClassName });
    expect(before).not.toContain((await added.volume()).metadata.name);
    expect((await bound.volume()).metadata.uid).toBe(boundTo.metadata.uid);
    await eventually(async () => {
      const names = await namesNow();
      expect(names.filter((name) => before.includes(name))).toEqual([boundTo.metadata.name]);
      expect(names).toHaveLength(65);
    });
  });

  test("when the region changes, in place", async () => {
    const { s3, storageClassName, bound, boundTo } = await deployed();
    await s3.apply({ aws_region: "eu-central-1" });
    const added = await Claim.create(cluster, { storageClassName });
    expect((await added.volume()).spec.mountOptions).toContain("region eu-central-1");
    expect(await bound.phase()).toBe("Bound");
    const now = await bound.volume();
    expect(now.metadata.uid).toBe(boundTo.metadata.uid);
    expect(now.spec.mountOptions).toContain("region eu-central-1");
    expect(now.metadata.deletionTimestamp).toBeUndefined();
  });

  test("when all is destroyed, the class and its volumes in less than 10 seconds", async () => {
    const { s3, storageClassName, bound, boundTo } = await deployed();
    // Alone: how long the driver's pods take to end is not up to the module.
    const onlyClass = "-target=module.s3_mountpoint.helm_release.storage_class";
    const started = Date.now();
    await s3.apply({}, "-destroy", onlyClass);
    expect(Date.now() - started).toBeLessThan(10_000);
    await expect(cluster.get("storageclass", storageClassName)).rejects.toThrow("NotFound");
    await s3.destroy();
    expect((await bound.volume()).metadata.uid).toBe(boundTo.metadata.uid);
    await eventually(async () => {
      const left = await volumesOf(cluster, storageClassName);
      expect(left.map(({ metadata }) => metadata.name)).toEqual([boundTo.metadata.name]);
    });
    await bound.delete();
    await eventually(async () => expect(await volumesOf(cluster, storageClassName)).toEqual([]));
  });
});

describe("a volume that its claim released comes back", () => {
  async function released() {
    const { s3, storageClassName, bound, boundTo } = await deployed();
    const going = await Claim.create(cluster, { storageClassName });
    const { name } = (await going.volume()).metadata;
    await going.delete();
    const phase = async () => (await cluster.get<Volume>("pv", name)).status.phase;
    await eventually(async () => expect(await phase()).toBe("Released"));
    return { s3, storageClassName, bound, boundTo, name, phase };
  }

  test("by kubectl patch as the README tells, which leaves one alone that is bound", async () => {
    const { name, phase, bound, boundTo } = await released();
    const line = codeBlock("s3-mountpoint", "sh", "kubectl patch");
    await cluster.shell(line.replace("NAME", name));
    await eventually(async () => expect(await phase()).toBe("Available"));
    const patchBound = cluster.shell(line.replace("NAME", boundTo.metadata.name));
    await expect(patchBound).rejects.toThrow("the server rejected our request");
    expect((await bound.volume()).metadata.uid).toBe(boundTo.metadata.uid);
  });

  test.each([
    { what: "pool", address: replacedByReadme() },
    { what: "release", address: "module.s3_mountpoint.helm_release.storage_class" },
  ])(
    "by terraform apply -replace of the $what, with a class that was deleted; those that are bound go on",
    async ({ address }) => {
      const { s3, storageClassName, bound, boundTo } = await released();
      await cluster.kubectl(["delete", "storageclass", storageClassName]);
      await s3.apply({}, `-replace=${address}`);
      await eventually(async () => {
        const volumes = await volumesOf(cluster, storageClassName);
        const staying = volumes.filter(({ metadata }) => metadata.deletionTimestamp === undefined);
        expect(staying.map(({ status }) => status.phase)).toEqual(Array(64).fill("Available"));
        expect(volumes).toHaveLength(65);
      });
      expect((await cluster.get("storageclass", storageClassName)).metadata.name).toBe(
        storageClassName,
      );
      expect((await bound.volume()).metadata.uid).toBe(boundTo.metadata.uid);
    },
  );
});

// Helm takes over what has the name of what it makes, even while that is being deleted.
test.each([
  { what: "all is destroyed", change: (s3: Deployment) => s3.destroy() },
  {
    what: "the bucket changes",
    change: (s3: Deployment) => s3.apply({ bucket_name: "checkpoints" }),
  },
])("a pool is whole after $what, and all is applied as it was", async ({ change }) => {
  const storageClassName = cluster.uniqueName();
  const s3 = s3Mountpoint(cluster, { storage_class_name: storageClassName });
  onTestFinished(() => s3.destroy());
  await s3.apply();
  await change(s3);
  await s3.apply({ bucket_name: "datasets" });
  await eventually(async () => {
    const volumes = await volumesOf(cluster, storageClassName);
    expect(volumes.map(({ metadata }) => metadata.deletionTimestamp)).toEqual(
      Array(64).fill(undefined),
    );
  });
});

test("the README's list of the pool has each volume", async () => {
  const { storageClassName } = await deployed();
  const listed = await cluster.shell(codeBlock("s3-mountpoint", "sh", "kubectl get pv"));
  for (const { metadata } of await volumesOf(cluster, storageClassName)) {
    expect(listed).toContain(metadata.name);
  }
});
