import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { Claim, volumesOf } from "./claim";
import { Cluster } from "./cluster";
import { symptom } from "./documentation";
import { eventually } from "./eventually";
import { allInTurn } from "./in-turn";
import { PoolProgram } from "./pool-program";

const cluster = new Cluster(inject("cluster"));
const storageClassName = cluster.uniqueName();
const program = new PoolProgram(cluster, { storageClassName });

beforeAll(() => program.apply({ volumeCount: 2 }));
afterAll(() =>
  allInTurn(
    () => program.destroy(),
    () => cluster.deleteNamespaces(),
  ),
);

test("one claim more than the pool waits for a larger one; a smaller one lets go of no claim", async () => {
  const claims = await Claim.createMany(cluster, 3, { storageClassName });
  const phases = () => Promise.all(claims.map((claim) => claim.phase()));
  const bound = async () => (await phases()).filter((phase) => phase === "Bound").length;
  await eventually(async () => expect(await bound()).toBe(2));
  const waiting = claims[(await phases()).indexOf("Pending")] as Claim;
  const event = expect.stringContaining(symptom("s3-mountpoint", "claim Pending"));
  await eventually(async () => expect(await waiting.events()).toContainEqual(event));

  await program.apply({ volumeCount: 4 });
  await eventually(async () => expect(await bound()).toBe(3));

  await program.apply({ volumeCount: 1 });
  expect(await bound()).toBe(3);
  await eventually(async () => expect(await volumesOf(cluster, storageClassName)).toHaveLength(3));

  // The bound ones that it let go of would be lost to the pool when their claims go.
  const lost = "is being deleted and would be lost to the pool: give the pool a new name";
  await expect(program.apply({ volumeCount: 4 })).rejects.toThrow(lost);
});
