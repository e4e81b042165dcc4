import { afterAll, describe, expect, inject, onTestFinished, test } from "vitest";
import { offline } from "../terraform/terraform";
import { type Volume, volumesOf } from "./claim";
import { Cluster, type KubernetesObject } from "./cluster";
import type { Deployment } from "./deployment";
import { pages } from "./documentation";
import { eventually } from "./eventually";
import { inventory } from "./inventory";
import { efs, s3Mountpoint } from "./modules";

const cluster = new Cluster(inject("cluster"));
afterAll(() => cluster.deleteNamespaces());

interface Module {
  readonly name: string;
  readonly deploy: typeof efs;
  readonly poolSize: number;
  /** The namespace that the driver's chart makes for itself. */
  readonly ownNamespace?: string;
  /** What the driver's chart leaves behind on purpose. */
  readonly left: readonly string[];
}

/** The drivers' charts are installed with real providers alone. */
const modules: readonly Module[] = [
  { name: "s3-mountpoint", deploy: s3Mountpoint, poolSize: 64, ownNamespace: "mount-s3", left: [] },
  { name: "efs", deploy: efs, poolSize: 0, left: ["CSIDriver efs.csi.aws.com"] },
];

/** Whether an object is a run of the keeper, which comes with the clock. */
function isRun(object: string): boolean {
  return /^(Job|Pod) .*-keeper-\d+/.test(object);
}

/** What keeps the pool of a volume. */
function keeperOf({ metadata }: Volume, namespace: string): string[] {
  const name = metadata.name.replace(/\d+$/, "keeper");
  return [
    `ClusterRole ${name}`,
    `ClusterRoleBinding ${name}`,
    `ConfigMap ${namespace}/${name}`,
    `CronJob ${namespace}/${name}`,
    `ServiceAccount ${namespace}/${name}`,
  ];
}

describe.each(modules)("the module $name", ({ name, deploy, poolSize, ownNamespace, left }) => {
  function deployment(vars: Record<string, string>): Deployment {
    const made = deploy(cluster, vars);
    onTestFinished(() => made.destroy());
    return made;
  }

  test("refuses a class of its name that is not its own, and takes nothing over", async () => {
    const storage_class_name = cluster.uniqueName();
    const getClass = () => cluster.get<KubernetesObject>("storageclass", storage_class_name);
    await cluster.create({
      apiVersion: "storage.k8s.io/v1",
      kind: "StorageClass",
      metadata: { name: storage_class_name },
      provisioner: "example.com/another",
    });
    const another = await getClass();
    const module = deployment({ storage_class_name });

    const refusal =
      "exists and cannot be imported into the current release: invalid ownership metadata";
    const error = await module.applyFails();
    expect(error).toContain(`StorageClass "${storage_class_name}" in namespace "" ${refusal}`);
    expect(pages(name)).toContain(refusal);
    expect(await getClass()).toEqual(another);
    expect(await volumesOf(cluster, storage_class_name)).toEqual([]);

    await cluster.kubectl(["delete", "storageclass", storage_class_name]);
    await module.apply();
    expect((await getClass()).metadata.uid).not.toBe(another.metadata.uid);
  });

  test.each([
    { where: "kube-system", isNew: false },
    { where: "a namespace that does not exist yet", isNew: true },
  ])("puts Helm's record into $where, and nothing into others", async ({ where, isNew }) => {
    const namespace = isNew ? cluster.namespaceName() : where;
    const storage_class_name = cluster.uniqueName();
    const before = new Set(await inventory(cluster));
    const added = async () =>
      (await inventory(cluster)).filter((object) => !before.has(object) && !isRun(object));
    /** What Kubernetes puts into every namespace comes and stays with it. */
    const namespaceItself = isNew
      ? [
          `ConfigMap ${namespace}/kube-root-ca.crt`,
          `Namespace ${namespace}`,
          `ServiceAccount ${namespace}/default`,
        ]
      : [];
    const module = deployment({ namespace, storage_class_name });
    await module.apply();

    const elsewhere = (await added()).filter(
      (object) => object.includes("/") && !object.includes(` ${namespace}/`),
    );
    expect(elsewhere.filter((object) => !object.includes(` ${ownNamespace}/`))).toEqual([]);
    if (offline) {
      const volumes = await volumesOf(cluster, storage_class_name);
      expect(volumes).toHaveLength(poolSize);
      const record = `Secret ${namespace}/sh.helm.release.v1.${storage_class_name}-`;
      const objects = await added();
      expect(objects.filter((object) => object.startsWith(record))).toHaveLength(1);
      const made = [
        ...namespaceItself,
        ...volumes.map(({ metadata }) => `PersistentVolume ${metadata.name}`),
        ...volumes.slice(0, 1).flatMap((volume) => keeperOf(volume, namespace)),
        `StorageClass ${storage_class_name}`,
      ];
      expect(objects.filter((object) => !object.startsWith(record))).toEqual(made.sort());
    }

    await module.destroy();
    await eventually(async () => {
      const stays = (await added()).filter((object) => !left.includes(object));
      expect(stays).toEqual(namespaceItself);
    });
    for (const object of offline ? [] : left) await cluster.kubectl(["get", ...object.split(" ")]);
  });
});
