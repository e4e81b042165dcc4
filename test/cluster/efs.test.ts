import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { State } from "../terraform/terraform";
import { Claim, type Volume } from "./claim";
import { Cluster, type KubernetesObject } from "./cluster";
import { codeBlock } from "./documentation";
import { eventually } from "./eventually";
import { allInTurn } from "./in-turn";
import { efs } from "./modules";

interface StorageClass extends KubernetesObject {
  readonly provisioner: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly reclaimPolicy: string;
  readonly volumeBindingMode: string;
  readonly allowVolumeExpansion?: boolean;
}

const cluster = new Cluster(inject("cluster"));
const module = efs(cluster);
const fileSystem = "module.efs.aws_efs_file_system.this";
const classNow = () => cluster.get<StorageClass>("storageclass", "efs-sc");
const provisioned: string[] = [];
let state: State;
let fileSystemId: string;

beforeAll(async () => {
  state = await module.apply();
  fileSystemId = state.values(fileSystem).id;
});
afterAll(() =>
  allInTurn(
    () => module.destroy(),
    () => cluster.deleteNamespaces(),
    ...provisioned.map((name) => () => cluster.kubectl(["delete", "pv", name])),
  ),
);

/** A bound claim; the volume is one as the driver provisions them. */
async function boundClaim(storageClassName: string): Promise<Claim> {
  const name = cluster.uniqueName();
  await cluster.create({
    apiVersion: "v1",
    kind: "PersistentVolume",
    metadata: { name },
    spec: {
      storageClassName,
      capacity: { storage: "5Gi" },
      accessModes: ["ReadWriteMany"],
      persistentVolumeReclaimPolicy: "Retain",
      csi: { driver: "efs.csi.aws.com", volumeHandle: `${fileSystemId}::fsap-0123456789abcdef0` },
    },
  });
  provisioned.push(name);
  const claim = await Claim.create(cluster, { storageClassName, storage: "5Gi" });
  await claim.volume();
  return claim;
}

test("the class provisions access points on the file system, and names the cluster", async () => {
  const { metadata, ...found } = await classNow();
  expect(found.provisioner).toBe("efs.csi.aws.com");
  expect(found.parameters).toEqual({
    directoryPerms: "700",
    fileSystemId,
    provisioningMode: "efs-ap",
  });
  expect(found.reclaimPolicy).toBe("Delete");
  expect(found.volumeBindingMode).toBe("Immediate");
  expect(Object.entries(metadata.annotations ?? {})).toContainEqual([
    expect.stringMatching(/\/cluster-name$/),
    "platform",
  ]);
});

test("the claim of the README waits for the driver, not for a class", async () => {
  const namespace = await cluster.createNamespace();
  await cluster.create(codeBlock("efs", "yaml", "name: efs-volume\nspec:"), namespace);
  const claim = new Claim(cluster, namespace, "efs-volume");
  const event = expect.stringContaining("efs.csi.aws.com");
  await eventually(async () => expect(await claim.events()).toContainEqual(event));
  // Or it would take a volume that another test makes for its own claim.
  await claim.delete();
});

// They have names of their own, which another may use in a cluster that is shared.
test.skipIf(cluster.isShared)(
  "a restored claim gets its volume, and keeps it when it goes",
  async () => {
    const restored = codeBlock("efs", "yaml", "kind: PersistentVolume\n");
    await cluster.create(restored);
    provisioned.push("efs-volume-restored");
    const claim = new Claim(cluster, "default", "efs-volume");
    const { metadata, spec } = await claim.volume();
    expect([metadata.name, spec.csi.driver]).toEqual(["efs-volume-restored", "efs.csi.aws.com"]);
    await claim.delete();
    const phase = async () => (await cluster.get<Volume>("pv", "efs-volume-restored")).status.phase;
    await eventually(async () => expect(await phase()).toBe("Released"));
  },
);

test("a claim's request can be raised", async () => {
  const claim = await boundClaim("efs-sc");
  await claim.resize("10Gi");
  expect(await claim.requestedStorage()).toBe("10Gi");
  expect(await claim.phase()).toBe("Bound");
});

test("a claim's request could not be raised without allowVolumeExpansion", async () => {
  const { provisioner, parameters, reclaimPolicy, volumeBindingMode } = await classNow();
  const name = cluster.uniqueName();
  const head = { apiVersion: "storage.k8s.io/v1", kind: "StorageClass", metadata: { name } };
  await cluster.create({ ...head, provisioner, parameters, reclaimPolicy, volumeBindingMode });
  try {
    const claim = await boundClaim(name);
    await expect(claim.resize("10Gi")).rejects.toThrow("Forbidden");
    expect(await claim.requestedStorage()).toBe("5Gi");
  } finally {
    await cluster.kubectl(["delete", "storageclass", name]);
  }
});

test("a file system that is replaced becomes the class's, and bound claims stay bound", async () => {
  const claim = await boundClaim("efs-sc");
  const after = await module.apply({}, `-replace=${fileSystem}`);
  const { id } = after.values(fileSystem);
  expect(id).not.toBe(fileSystemId);
  expect((await classNow()).parameters.fileSystemId).toBe(id);
  expect(await claim.phase()).toBe("Bound");
});

test("destroy takes the class and leaves bound claims bound", async () => {
  const claim = await boundClaim("efs-sc");
  await module.destroy();
  await expect(classNow()).rejects.toThrow("NotFound");
  expect(await claim.phase()).toBe("Bound");
});
