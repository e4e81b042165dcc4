import { afterAll, expect, inject, test } from "vitest";
import { Cluster } from "./cluster";
import { inventory } from "./inventory";

const access = inject("cluster");
const cluster = new Cluster({ ...access, isShared: false });
afterAll(() => cluster.deleteNamespaces());

test("of a shared cluster that counts which this run made, by name or by release", async () => {
  const namespace = await cluster.createNamespace();
  for (const [name, release] of [
    ["of-driver", "aws-efs-csi-driver"],
    ["of-another", "another"],
  ]) {
    const annotations = { "meta.helm.sh/release-name": release };
    const metadata = { name, annotations };
    await cluster.create({ apiVersion: "v1", kind: "ConfigMap", metadata }, namespace);
  }
  const [itself, driver, another] = [
    `Namespace ${namespace}`,
    `ConfigMap ${namespace}/of-driver`,
    `ConfigMap ${namespace}/of-another`,
  ];
  const countedBy = async (prefix: string) => {
    const counted = await inventory(new Cluster({ ...access, prefix, isShared: true }));
    return [itself, driver, another, "Namespace default"].filter((each) => counted.includes(each));
  };
  expect(await inventory(cluster)).toEqual(expect.arrayContaining(["Namespace default", another]));
  expect(await countedBy(access.prefix)).toEqual([itself, driver, another]);
  expect(await countedBy("csi-test-another-")).toEqual([driver]);
});
