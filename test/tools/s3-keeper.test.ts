import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { ofKind, render, type StorageRelease, storageRelease, withValues } from "./storage-release";

let release: StorageRelease;
// biome-ignore lint/suspicious/noExplicitAny: each kind of object has fields of its own.
let objects: any[];
let name: string;

beforeAll(async () => {
  release = await storageRelease("s3-mountpoint");
  objects = await render(release);
  name = ofKind(objects, "PersistentVolume")[0].metadata.name.replace(/\d+$/, "keeper");
});

it("is these objects beside the class and its volumes", () => {
  const kinds = ["ServiceAccount", "ConfigMap", "ClusterRole", "ClusterRoleBinding", "CronJob"];
  const others = objects.filter(
    ({ kind }) => kind !== "StorageClass" && kind !== "PersistentVolume",
  );

  expect(others.map(({ kind }) => kind)).toEqual(kinds);
  for (const { metadata } of others) {
    expect(metadata).toEqual({
      name,
      labels: {
        "app.kubernetes.io/component": "keeper",
        "app.kubernetes.io/instance": release.name,
        "app.kubernetes.io/managed-by": "Helm",
        "app.kubernetes.io/name": "s3-mountpoint-storage-class",
      },
    });
  }
});

it("may patch the pool's volumes, and nothing else", () => {
  const volumes = ofKind(objects, "PersistentVolume").map(({ metadata }) => metadata.name);

  const told = ["ServiceAccount", "ClusterRole", "ClusterRoleBinding"].map((kind) => {
    const [{ apiVersion, metadata, ...rest }] = ofKind(objects, kind);
    return rest;
  });
  expect(told).toEqual([
    { kind: "ServiceAccount", automountServiceAccountToken: false },
    {
      kind: "ClusterRole",
      rules: [
        {
          apiGroups: [""],
          resources: ["persistentvolumes"],
          resourceNames: volumes,
          verbs: ["patch"],
        },
      ],
    },
    {
      kind: "ClusterRoleBinding",
      roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name },
      subjects: [{ kind: "ServiceAccount", name, namespace: "kube-system" }],
    },
  ]);
});

it("runs the script that lies in the chart", () => {
  expect(ofKind(objects, "ConfigMap")[0].data).toEqual({
    "keep-pool.sh": readFileSync(join(release.chart, "files/keep-pool.sh"), "utf8"),
  });
});

it("runs every minute, one run at a time, within what the profile `restricted` allows", () => {
  const [volume] = ofKind(objects, "PersistentVolume");

  expect(ofKind(objects, "CronJob")[0].spec).toEqual({
    schedule: "* * * * *",
    concurrencyPolicy: "Forbid",
    successfulJobsHistoryLimit: 1,
    failedJobsHistoryLimit: 1,
    jobTemplate: {
      spec: {
        activeDeadlineSeconds: 300,
        backoffLimit: 1,
        ttlSecondsAfterFinished: 3600,
        template: {
          metadata: { labels: ofKind(objects, "CronJob")[0].metadata.labels },
          spec: {
            restartPolicy: "Never",
            serviceAccountName: name,
            automountServiceAccountToken: true,
            enableServiceLinks: false,
            nodeSelector: { "kubernetes.io/os": "linux" },
            securityContext: {
              runAsNonRoot: true,
              runAsUser: 65534,
              runAsGroup: 65534,
              seccompProfile: { type: "RuntimeDefault" },
            },
            containers: [
              {
                name: "keep-pool",
                image: expect.stringMatching(
                  /^public\.ecr\.aws\/amazonlinux\/amazonlinux:2023\.\d+\.\d{8}\.\d+$/,
                ),
                command: ["/bin/sh", "/files/keep-pool.sh"],
                env: [
                  { name: "POOL", value: volume.metadata.name.replace(/-\d+$/, "") },
                  { name: "COUNT", value: "64" },
                  { name: "API_SERVER", value: "https://kubernetes.default.svc" },
                  {
                    name: "SERVICE_ACCOUNT",
                    value: "/var/run/secrets/kubernetes.io/serviceaccount",
                  },
                ],
                resources: {
                  requests: { cpu: "10m", memory: "16Mi" },
                  limits: { cpu: "200m", memory: "64Mi" },
                },
                securityContext: {
                  allowPrivilegeEscalation: false,
                  readOnlyRootFilesystem: true,
                  capabilities: { drop: ["ALL"] },
                },
                volumeMounts: [{ name: "files", mountPath: "/files", readOnly: true }],
              },
            ],
            volumes: [{ name: "files", configMap: { name } }],
          },
        },
      },
    },
  });
});

it("takes another schedule and image", async () => {
  const keeper = { schedule: "*/5 * * * *", image: "registry.example.com/curl:8" };
  const [{ spec }] = ofKind(await render(withValues(release, { keeper })), "CronJob");

  expect(spec.schedule).toBe(keeper.schedule);
  expect(spec.jobTemplate.spec.template.spec.containers[0].image).toBe(keeper.image);
});

it("can be left out", async () => {
  const left = await render(withValues(release, { keeper: { enabled: false } }));

  expect([...new Set(left.map(({ kind }) => kind))].sort()).toEqual([
    "PersistentVolume",
    "StorageClass",
  ]);
});

it("keeps the longest class by names that Kubernetes takes", async () => {
  const storageClass = { name: `${"x".repeat(35)}.${"x".repeat(217)}` };
  const [{ metadata }] = ofKind(await render(withValues(release, { storageClass })), "CronJob");

  expect(metadata.name).toMatch(/^x{35}-[0-9a-f]{8}-keeper$/);
  // https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/
  expect(metadata.name.length).toBeLessThanOrEqual(52);
});
