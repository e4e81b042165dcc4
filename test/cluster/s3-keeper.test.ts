import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { run } from "../../scripts/command/run";
import { Claim, type Volume, volumesOf } from "./claim";
import { Cluster } from "./cluster";
import { eventually } from "./eventually";
import { allInTurn } from "./in-turn";
import { PoolProgram } from "./pool-program";

const cluster = new Cluster(inject("cluster"));
const storageClassName = cluster.uniqueName();
const poolSize = 8;
const program = new PoolProgram(cluster, { storageClassName, volumeCount: poolSize });
const serviceAccount = mkdtempSync(join(tmpdir(), "service-account-"));

/** A run of the keeper: its script, variables and permissions as they are on the cluster, but on this machine. */
let keep: (variables?: Readonly<Record<string, string>>) => Promise<string>;

beforeAll(async () => {
  await program.apply();
  const [volume] = await volumesOf(cluster, storageClassName);
  const name = String(volume?.metadata.name.replace(/\d+$/, "keeper"));
  const namespace = "--namespace=kube-system";
  const read = (...args: string[]) => cluster.kubectl([...args, namespace]);
  const script = await read("get", "configmap", name, "-o=jsonpath={.data.keep-pool\\.sh}");
  const container = "{.spec.jobTemplate.spec.template.spec.containers[0]";
  const env = JSON.parse(await read("get", "cronjob", name, `-o=jsonpath=${container}.env}`));
  const authority = await read(
    "get",
    "configmap",
    "kube-root-ca.crt",
    "-o=jsonpath={.data.ca\\.crt}",
  );
  writeFileSync(join(serviceAccount, "ca.crt"), authority);
  writeFileSync(join(serviceAccount, "token"), await read("create", "token", name));
  const server = "-o=jsonpath={.clusters[0].cluster.server}";
  const here = {
    API_SERVER: await cluster.kubectl(["config", "view", "--minify", server]),
    SERVICE_ACCOUNT: serviceAccount,
  };
  const inPod = Object.fromEntries(
    env.map((each: { name: string; value: string }) => [each.name, each.value]),
  );
  keep = (variables) => run("sh", ["-c", script], { env: { ...inPod, ...here, ...variables } });
  // The API server learns of a new permission by a watch.
  await eventually(async () => expect(await keep()).toBe(""));
});

afterAll(() =>
  allInTurn(
    () => program.destroy(),
    () => cluster.deleteNamespaces(),
    () => rmSync(serviceAccount, { recursive: true }),
  ),
);

test("in a storm of claims each is bound, none is lost, and the pool is whole afterwards", async () => {
  // Elsewhere a claim that found no volume is tried again after 15 seconds.
  const count = cluster.isShared ? 32 : 500;
  const uids = (volumes: Volume[]) => volumes.map(({ metadata }) => metadata.uid);
  const before = uids(await volumesOf(cluster, storageClassName));
  const [{ namespace }] = (await Claim.createMany(cluster, count, { storageClassName })) as [Claim];

  const bound = new Set<string>();
  const claimAndDelete = async () => {
    const inNamespace = `--namespace=${namespace}`;
    while (bound.size < count) {
      const listed = await cluster.kubectl(["get", "pvc", "--no-headers", inNamespace]);
      const claims = listed.split("\n").map((line) => line.split(/\s+/));
      expect(claims.filter(([, phase]) => phase === "Lost")).toEqual([]);
      const held = claims.filter(([, phase]) => phase === "Bound");
      expect(new Set(held.map(([, , volume]) => volume)).size).toBe(held.length);
      const names = held.map(([name]) => String(name));
      for (const name of names) bound.add(name);
      const now = [inNamespace, "--wait=false", "--ignore-not-found"];
      if (names.length > 0) await cluster.kubectl(["delete", "pvc", ...now, ...names]);
    }
  };
  let givenBack = 0;
  const keepThePool = async () => {
    while (givenBack < count) givenBack += (await keep()).split("given back").length - 1;
  };
  await Promise.all([claimAndDelete(), keepThePool()]);
  await eventually(async () => {
    const volumes = await volumesOf(cluster, storageClassName);
    expect(volumes.map(({ status }) => status.phase)).toEqual(Array(poolSize).fill("Available"));
    expect(uids(volumes)).toEqual(before);
  });
  expect(givenBack).toBe(count);
}, 300_000);

test("a released volume is given back; one that is bound, available or being deleted stays as it is", async () => {
  const claims = await Claim.createMany(cluster, 4, { storageClassName });
  const volumes = await Promise.all(claims.map((claim) => claim.volume()));
  const names = volumes.map(({ metadata }) => metadata.name) as [string, string, string, string];
  const [released, , boundAndGoing, releasedAndGoing] = names;
  const finalizers = (value: string) => `{"metadata":{"finalizers":${value}}}`;
  const patchFinalizers = (value: string) =>
    cluster.kubectl(["patch", "pv", releasedAndGoing, "--type=merge", "-p", finalizers(value)]);
  await patchFinalizers('["example.com/hold"]');
  await claims[0]?.delete();
  await claims[3]?.delete();
  const phase = async (name: string) => (await cluster.get<Volume>("pv", name)).status.phase;
  for (const name of [released, releasedAndGoing]) {
    await eventually(async () => expect(await phase(name)).toBe("Released"));
  }
  await cluster.kubectl(["delete", "pv", "--wait=false", boundAndGoing, releasedAndGoing]);
  const others = async () =>
    (await volumesOf(cluster, storageClassName)).filter(
      ({ metadata }) => metadata.name !== released,
    );
  const before = await others();

  expect(await keep()).toBe(`${released}: given back\n`);
  await eventually(async () => expect(await phase(released)).toBe("Available"));
  expect(await others()).toEqual(before);
  expect(await keep()).toBe("");

  await patchFinalizers("null");
  await claims[2]?.delete();
  for (const name of [boundAndGoing, releasedAndGoing]) {
    await cluster.kubectl(["wait", "--for=delete", `pv/${name}`, "--timeout=30s"]);
    await expect(keep()).rejects.toThrow(`${name}: the API server answered 404`);
  }
});

test("no other volume may be given back", async () => {
  await expect(keep({ POOL: "another" })).rejects.toThrow("another-0: the API server answered 403");
});

test("an API server that does not answer is an error", async () => {
  await expect(keep({ API_SERVER: "https://127.0.0.1:1" })).rejects.toThrow(
    /-0: the API server answered 000/,
  );
});
