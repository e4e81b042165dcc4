import { join } from "node:path";
import { afterAll, describe, expect, inject, test } from "vitest";
import { S3MountpointCacheType } from "../../csi";
import { Claim } from "./claim";
import { Cluster } from "./cluster";
import { Deployment } from "./deployment";
import { eventually } from "./eventually";
import { allInTurn } from "./in-turn";
import { PoolProgram } from "./pool-program";

const cluster = new Cluster(inject("cluster"));
const storageClassName = cluster.uniqueName();
const program = new PoolProgram(cluster, { storageClassName });

afterAll(() =>
  allInTurn(
    () => program.destroy(),
    () => cluster.deleteNamespaces(),
  ),
);

test("what a volume tells the driver reaches new claims, and bound ones stay as they are", async () => {
  await program.apply({ volumeCount: 2 });
  const bound = await Claim.create(cluster, { storageClassName });
  const before = await bound.volume();
  const cache = { type: S3MountpointCacheType.EMPTY_DIR, sizeLimit: "1Gi" };
  await program.apply({ volumeCount: 2, cache });
  const next = await (await Claim.create(cluster, { storageClassName })).volume();
  expect(next.spec.csi.volumeAttributes).toMatchObject({
    cache: "emptyDir",
    cacheEmptyDirSizeLimit: "1Gi",
  });
  expect(await bound.phase()).toBe("Bound");
  expect((await bound.volume()).spec.csi).toEqual(before.spec.csi);
});

test("a class that reads takes claims for ReadOnlyMany alone, one that writes takes none of them", async () => {
  const claims = async () => [
    await Claim.create(cluster, { storageClassName, accessMode: "ReadOnlyMany" }),
    await Claim.create(cluster, { storageClassName, accessMode: "ReadWriteMany" }),
  ];
  const phases = (made: Claim[]) => Promise.all(made.map((claim) => claim.phase()));
  await program.apply({ volumeCount: 8 });
  const whereItWrites = await claims();
  await eventually(async () => expect(await phases(whereItWrites)).toEqual(["Pending", "Bound"]));
  await program.apply({ readOnly: true });
  const whereItReads = await claims();
  await eventually(async () => expect(await phases(whereItReads)).toEqual(["Bound", "Pending"]));
  const { spec } = (await whereItReads[0]?.volume()) ?? {};
  expect(spec?.mountOptions).toContain("read-only");
  expect(spec?.mountOptions).not.toContain("allow-delete");
});

// The manifests have names of their own, which another may use in a cluster that is shared.
describe.skipIf(cluster.isShared)("the manifests of examples/hcl/s3-teams", () => {
  const teams = ["team-a", "team-b"];
  const manifests = join(__dirname, "../../examples/hcl/s3-teams/manifests");
  const classes = new Deployment(cluster, {
    "main.tf": teams
      .map(
        (team) => `module "${team}" {
  source                = "./modules/csi/s3-mountpoint-storage-class"
  aws_region            = "us-west-2"
  bucket_name           = "my-datasets"
  storage_class_name    = "s3-${team}"
  prefix                = "${team}/"
  authentication_source = "pod"
  volume_count          = 2
}
`,
      )
      .join("\n"),
  });

  afterAll(() =>
    allInTurn(
      () => cluster.kubectl(["delete", "--wait=false", "-f", manifests]),
      () => classes.destroy(),
    ),
  );

  test("bind each team's claim to a volume on its prefix, and refuse one of another's class", async () => {
    await classes.apply();
    await cluster.kubectl(["apply", "-f", manifests]);
    for (const team of teams) {
      const { spec } = await new Claim(cluster, team, "data").volume();
      expect(spec.mountOptions).toContain(`prefix ${team}/`);
      expect(spec.csi.volumeAttributes.authenticationSource).toBe("pod");
    }
    const foreign = {
      apiVersion: "v1",
      kind: "PersistentVolumeClaim",
      metadata: { name: "foreign" },
      spec: {
        storageClassName: "s3-team-b",
        accessModes: ["ReadWriteMany"],
        resources: { requests: { storage: "1Gi" } },
      },
    };
    await eventually(() =>
      expect(cluster.create(foreign, "team-a")).rejects.toThrow("exceeded quota: storage-classes"),
    );
  });
});
