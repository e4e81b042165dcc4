import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import { offline, terraform, type Values } from "../terraform/terraform";
import { examples, existing, isComplete, vars } from "./example";
import { decide } from "./iam";

const manifest = (path: string): Values[] =>
  parseAllDocuments(readFileSync(join(examples, path), "utf8")).map((it) => it.toJS());

const { subnet_ids: _, ...given } = vars;

describe("examples/hcl/s3-two-buckets", () => {
  const seen = isComplete(
    "s3-two-buckets",
    terraform(join(examples, "s3-two-buckets"), {
      vars: { ...given, bucket_name: "my-results", datasets_bucket_name: "my-datasets" },
      existing: existing(vars.region),
    }),
  );

  it.runIf(offline)(
    "has a class for each bucket, one of them for reading, and claims that fit, which a pod mounts",
    () => {
      const objects = manifest("s3-two-buckets/pod.yaml");
      const claims = objects.filter(({ kind }) => kind === "PersistentVolumeClaim");
      const classes = [
        "datasets.helm_release.this",
        "s3_mountpoint.helm_release.storage_class",
      ].map((it) => {
        const { values } = seen.state.values(`module.${it}`);
        const { storageClass, volumes } = parse(values[0]);
        return [
          storageClass.name,
          volumes.csi.volumeAttributes.bucketName,
          volumes.mountOptions.includes("read-only"),
          volumes.accessModes[0],
        ];
      });
      expect(classes).toEqual([
        ["datasets", "my-datasets", true, "ReadOnlyMany"],
        ["s3-mountpoint", "my-results", false, "ReadWriteMany"],
      ]);
      expect(claims.map(({ spec }) => [spec.storageClassName, ...spec.accessModes])).toEqual(
        classes.map(([name, , , mode]) => [name, mode]),
      );
      expect(objects.at(-1)?.spec.volumes.map((it: Values) => it.persistentVolumeClaim)).toEqual(
        claims.map(({ metadata }) => ({ claimName: metadata.name })),
      );
    },
  );
});

describe("examples/hcl/s3-teams", () => {
  const seen = isComplete(
    "s3-teams",
    terraform(join(examples, "s3-teams"), { vars: given, existing: existing(vars.region) }),
  );
  const bucket = `arn:aws:s3:::${vars.bucket_name}`;

  describe.each([
    ["team-a", "team-b"],
    ["team-b", "team-a"],
  ])("%s", (team, other) => {
    it.runIf(offline)("mounts its prefix, as the pod that mounts", () => {
      const { values } = seen.state.values(`module.team["${team}"].helm_release.this`);
      const { storageClass, volumes } = parse(values[0]);
      expect(storageClass.name).toBe(`s3-${team}`);
      expect(volumes.mountOptions).toContain(`prefix ${team}/`);
      expect(volumes.csi.volumeAttributes.authenticationSource).toBe("pod");
    });

    it.runIf(offline)("has a role that reaches its prefix alone", async () => {
      const { policy } = seen.state.values(`aws_iam_role_policy.team["${team}"]`);
      const mine = "123456789012";
      const list = (prefix: string) =>
        decide(policy, {
          action: "s3:ListBucket",
          resource: bucket,
          context: { "s3:prefix": prefix, "aws:ResourceAccount": mine },
        });
      const write = (key: string, account = mine) =>
        decide(policy, {
          action: "s3:PutObject",
          resource: `${bucket}/${key}`,
          context: { "aws:ResourceAccount": account },
        });
      expect(await Promise.all([`${team}/`, `${team}/x/`].map(list))).toEqual([
        "Allowed",
        "Allowed",
      ]);
      expect(await write(`${team}/x`)).toBe("Allowed");
      for (const prefix of [`${other}/`, "", team]) {
        expect(await list(prefix)).toBe("ImplicitlyDenied");
      }
      expect(await write(`${other}/x`)).toBe("ImplicitlyDenied");
      expect(await write(team)).toBe("ImplicitlyDenied");
      expect(await write(`${team}/x`, "210987654321")).toBe("ImplicitlyDenied");
    });

    it("has manifests in which nothing but its own class and service account is used", () => {
      const objects = manifest(`s3-teams/manifests/${team}.yaml`);
      const [namespace, account, quota, claim, pod] = objects;
      expect(objects).toHaveLength(5);
      expect(namespace?.metadata.name).toBe(team);
      expect(objects.slice(1).map(({ metadata }) => metadata.namespace)).toEqual(
        Array(4).fill(team),
      );
      expect(account?.metadata.name).toBe("storage");
      expect(pod?.spec.serviceAccountName).toBe("storage");
      expect(claim?.spec.storageClassName).toBe(`s3-${team}`);
      const claims = "storageclass.storage.k8s.io/persistentvolumeclaims";
      expect(quota?.spec.hard).toEqual({
        [`s3-${team}.${claims}`]: "8",
        [`s3-${other}.${claims}`]: "0",
      });
    });

    it.runIf(offline)("has the role for this service account", () => {
      expect(seen.state.values(`aws_eks_pod_identity_association.team["${team}"]`)).toMatchObject({
        cluster_name: vars.cluster_name,
        namespace: team,
        service_account: "storage",
        role_arn: seen.state.values(`aws_iam_role.team["${team}"]`).arn,
      });
    });
  });
});
