import { afterAll, expect, inject, test } from "vitest";
import { Cluster } from "./cluster";
import { eventually } from "./eventually";

const cluster = new Cluster(inject("cluster"));
afterAll(() => cluster.deleteNamespaces());

test("the controllers work: a namespace gets its service account, and can be deleted", async () => {
  const namespace = await cluster.createNamespace();
  const found = () => cluster.kubectl(["get", "namespace", namespace, "--ignore-not-found"]);
  await cluster.kubectl(["wait", "--for=create", "serviceaccount/default", `-n=${namespace}`]);
  expect(await found()).toContain("Active");
  await cluster.deleteNamespaces();
  await eventually(async () => expect(await found()).toBe(""));
});
