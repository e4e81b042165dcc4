import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App, LocalBackend, TerraformStack } from "cdktf";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { EnvironmentProviders, S3MountpointCsiDriver, S3MountpointStorageClass } from "../../csi";
import { Claim, volumesOf } from "./claim";
import { Cluster } from "./cluster";
import { Deployment } from "./deployment";
import { symptom } from "./documentation";
import { eventually } from "./eventually";
import { allInTurn } from "./in-turn";

const cluster = new Cluster(inject("cluster"));
const storageClassName = cluster.uniqueName();
const outdir = mkdtempSync(join(tmpdir(), "pool-size-test-"));
const program = new Deployment(cluster, join(outdir, "stacks", "pool"));

/** Only the construct has the pool's size as an input: a program with it, synthesized. */
function synthesize(volumeCount: number): void {
  const app = new App({ outdir });
  const stack = new TerraformStack(app, "pool");
  new LocalBackend(stack, {});
  new EnvironmentProviders(stack, "providers");
  const driver = new S3MountpointCsiDriver(stack, "driver");
  new S3MountpointStorageClass(stack, "s3", {
    driver,
    awsRegion: "us-west-2",
    bucketName: "datasets",
    storageClassName,
    volumeCount,
  });
  app.synth();
}

async function resizePool(volumeCount: number): Promise<void> {
  synthesize(volumeCount);
  await program.apply();
}

beforeAll(() => resizePool(2));
afterAll(() =>
  allInTurn(
    () => program.destroy(),
    () => cluster.deleteNamespaces(),
    () => rmSync(outdir, { recursive: true }),
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

  await resizePool(4);
  await eventually(async () => expect(await bound()).toBe(3));

  await resizePool(1);
  expect(await bound()).toBe(3);
  await eventually(async () => expect(await volumesOf(cluster, storageClassName)).toHaveLength(3));
});
