import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { State } from "../terraform/terraform";
import { Claim } from "./claim";
import { Cluster, type KubernetesObject } from "./cluster";
import { codeBlock } from "./documentation";
import { eventually } from "./eventually";
import { allInTurn } from "./in-turn";
import { s3Files } from "./modules";

interface StorageClass extends KubernetesObject {
  readonly provisioner: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly reclaimPolicy: string;
}

const cluster = new Cluster(inject("cluster"));
const module = s3Files(cluster);
const fileSystem = "module.s3_files.aws_s3files_file_system.this";
const classNow = () => cluster.get<StorageClass>("storageclass", "s3-files");
let state: State;

beforeAll(async () => {
  state = await module.apply();
});
afterAll(() =>
  allInTurn(
    () => module.destroy(),
    () => cluster.deleteNamespaces(),
  ),
);

test("the class provisions access points on the file system", async () => {
  const { provisioner, parameters, reclaimPolicy } = await classNow();
  expect(provisioner).toBe("efs.csi.aws.com");
  expect(parameters).toEqual({
    directoryPerms: "700",
    fileSystemId: state.values(fileSystem).id,
    provisioningMode: "s3files-ap",
  });
  expect(reclaimPolicy).toBe("Delete");
});

test("the claim of the README waits for the driver, not for a class", async () => {
  const namespace = await cluster.createNamespace();
  const [claim] = codeBlock("s3-files", "yaml", "kind: PersistentVolumeClaim").split("---\n");
  await cluster.create(claim, namespace);
  const made = new Claim(cluster, namespace, "s3-files-volume");
  const event = expect.stringContaining("efs.csi.aws.com");
  await eventually(async () => expect(await made.events()).toContainEqual(event));
  await made.delete();
});

test("a file system that is replaced becomes the class's, whose parameters are immutable", async () => {
  const after = await module.apply({ prefix: "datasets/" });
  const { id } = after.values(fileSystem);
  expect(id).not.toBe(state.values(fileSystem).id);
  expect((await classNow()).parameters.fileSystemId).toBe(id);
});

test("destroy takes the class", async () => {
  await module.destroy();
  await expect(classNow()).rejects.toThrow("NotFound");
});
