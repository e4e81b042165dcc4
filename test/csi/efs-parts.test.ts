import { Lazy, Token } from "cdktf";
import { describe, expect, it } from "vitest";
import {
  EfsClientAccess,
  EfsCsiDriver,
  EfsFileSystem,
  type EfsFileSystemProps,
  EfsLifecycleTransition,
  EfsStorageClass,
  type EfsStorageClassProps,
  EfsTransitionToPrimary,
} from "../../csi";
import { efsFileSystem } from "./props";
import { local, only, synth } from "./synth";

const classOn = (helmChartVersion: string | undefined, props: Partial<EfsStorageClassProps>) =>
  synth((scope) => {
    const driver = EfsCsiDriver.fromInstalled(scope, "driver", { helmChartVersion });
    const attributes = { fileSystemId: "fs-0123456789abcdef0" };
    const fileSystem = EfsFileSystem.fromFileSystemAttributes(scope, "files", attributes);
    new EfsStorageClass(scope, "class", { driver, fileSystem, ...props });
  });

const madeWith = (props: Partial<EfsFileSystemProps>) =>
  synth((scope) => void new EfsFileSystem(scope, "files", { ...efsFileSystem, ...props }));

describe("a parameter that the driver's chart does not know", () => {
  it.each([
    [{ subPathPattern: "a" }, "2.4.8", "2.5.0"],
    [{ reuseAccessPoint: true }, "2.4.8", "2.5.0"],
    [{ enforceZoneAffinity: true }, "3.3.0", "3.4.0"],
    [{ enforceZoneAffinity: false }, "v3.4.0-rc.1+build", "3.4.0+build"],
    [{ enableTagging: false }, "v4.3.0", "4.4.0"],
  ])("is refused: %j with %s, which came with %s", (props, before, since) => {
    const [name] = Object.keys(props);
    expect(() => classOn(before, props)).toThrow(
      `stack/class: \`${name}\` must be left out with the chart ${before}`,
    );
    expect(() => classOn(since, props)).not.toThrow();
    expect(() => classOn("10.0.0", props)).not.toThrow();
    expect(() => classOn(undefined, props)).not.toThrow();
  });

  it("is text to Kubernetes, and no template to Terraform", () => {
    const stack = classOn(undefined, { uid: 1000, gid: 7000000, subPathPattern: "${.PVC.name}" });
    expect(local(stack, "storage_class").value.parameters).toMatchObject({
      gid: "7000000",
      subPathPattern: "$${.PVC.name}",
      uid: "1000",
    });
  });
});

it("the driver is installed from a path by the path alone", () => {
  const chartRepository = "./charts/driver";
  const [there, published] = [{ chartRepository }, {}].map((props) =>
    only(
      synth((scope) => new EfsCsiDriver(scope, "driver", props)),
      "helm_release",
    ),
  );
  const { chart: _, repository: __, version: ___, ...rest } = published;
  expect(there).toEqual({ ...rest, chart: chartRepository });
});

it("the driver tags its access points with the cluster where that is asked for", () => {
  const valuesOf = (clusterName?: string) =>
    only(
      synth((scope) => new EfsCsiDriver(scope, "driver", { clusterName })),
      "helm_release",
    ).values.slice(1);
  const tags = '{"controller" = {"tags" = {"efs.csi.aws.com/cluster-name" = "prod"}}}';
  expect(valuesOf("prod")).toEqual([`\${yamlencode(${tags})}`]);
  expect(valuesOf()).toEqual([]);
});

it("a file system takes a guard, lifecycle policies and the caller's tags, under its own", () => {
  const stack = madeWith({
    preventDestroy: true,
    tags: { Name: "mine", Team: "graph" },
    transitionToIa: EfsLifecycleTransition.AFTER_30_DAYS,
  });
  const { lifecycle, lifecycle_policy, tags } = only(stack, "aws_efs_file_system");
  expect(lifecycle).toEqual({ prevent_destroy: true });
  expect(lifecycle_policy).toEqual([{ transition_to_ia: "AFTER_30_DAYS" }]);
  expect(tags).toEqual({ Name: "prod", Team: "graph", "kubernetes.io/cluster/prod": "shared" });
});

it("a class has labels that the program puts together late", () => {
  const labels = Token.asStringMap(Lazy.anyValue({ produce: () => ({ team: 'the "first"' }) }));
  const stack = classOn(undefined, { labels });
  expect(only(stack, "helm_release").values).toContain('"labels" = {"team" = "the \\"first\\""}');
});

describe("the file system", () => {
  it("moves files as it is told, by a block for each transition", () => {
    const stack = madeWith({
      transitionToIa: EfsLifecycleTransition.AFTER_30_DAYS,
      transitionToArchive: EfsLifecycleTransition.AFTER_90_DAYS,
      transitionToPrimaryStorageClass: EfsTransitionToPrimary.AFTER_1_ACCESS,
    });
    expect(only(stack, "aws_efs_file_system").lifecycle_policy).toEqual([
      { transition_to_archive: "AFTER_90_DAYS" },
      { transition_to_ia: "AFTER_30_DAYS" },
      { transition_to_primary_storage_class: "AFTER_1_ACCESS" },
    ]);
    expect(only(madeWith({}), "aws_efs_file_system")).not.toHaveProperty("lifecycle_policy");
  });

  it.each([
    [EfsClientAccess.ACCESS_POINTS, "AllowThroughAccessPoints"],
    [EfsClientAccess.FILE_SYSTEM, "AllowClientsOfMountTargets"],
  ])("lets clients in by %s: %s", (clientAccess, sid) => {
    const { policy } = only(madeWith({ clientAccess }), "aws_efs_file_system_policy");
    const sids = [...policy.matchAll(/"Sid" = "(\w+)"/g)].map(([, found]) => found);
    expect(sids).toEqual([sid, "DenyInsecureTransport"]);
  });
});

it.each([
  ["a".repeat(60), "a".repeat(44)],
  [`${"a".repeat(42)}--b`, "a".repeat(42)],
  ["a.b--c", "a.b--c"],
])("the class %s is of the release %s", (storageClassName, name) => {
  const stack = classOn(undefined, { storageClassName });
  expect(only(stack, "helm_release").name).toMatch(new RegExp(`^${name}-\\$\\{substr\\(`));
});
