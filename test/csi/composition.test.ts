import { TerraformOutput, TerraformStack, Testing } from "cdktf";
import { describe, expect, it } from "vitest";
import {
  EfsCsi,
  EfsCsiDriver,
  EfsFileSystem,
  EfsStorageClass,
  S3MountpointCsi,
  S3MountpointCsiDriver,
  S3MountpointStorageClass,
} from "../../csi";
import { efs, s3 } from "./props";
import { type Synthesized, synth, withoutHash } from "./synth";

/** The addresses of a stack's resources, without cdktf's hashes, sorted. */
function addresses({ resource }: Synthesized): string[] {
  return Object.entries(resource)
    .flatMap(([type, byName]) => Object.keys(byName).map((name) => `${type}.${withoutHash(name)}`))
    .sort();
}

describe("several storage classes on one driver", () => {
  it("are two buckets, each with the driver's release before it", () => {
    const stack = synth((scope) => {
      const driver = new S3MountpointCsiDriver(scope, "driver");
      for (const storageClassName of ["datasets", "checkpoints"]) {
        new S3MountpointStorageClass(scope, storageClassName, { ...s3, driver, storageClassName });
      }
    });
    expect(addresses(stack)).toEqual([
      "helm_release.checkpoints",
      "helm_release.datasets",
      "helm_release.driver",
    ]);
    for (const [name, { depends_on }] of Object.entries(stack.resource.helm_release)) {
      if (withoutHash(name) !== "driver") {
        expect(depends_on.map(withoutHash)).toEqual(["helm_release.driver"]);
      }
    }
  });

  it("are two file systems, each class on its own", () => {
    const stack = synth((scope) => {
      const driver = new EfsCsiDriver(scope, "driver");
      for (const storageClassName of ["state", "logs"]) {
        const fileSystem = new EfsFileSystem(scope, `${storageClassName}_files`, efs);
        new EfsStorageClass(scope, storageClassName, { driver, fileSystem, storageClassName });
      }
    });
    expect(Object.keys(stack.resource.aws_efs_file_system).map(withoutHash)).toEqual([
      "logs_files",
      "state_files",
    ]);
    const classes = Object.values(stack.locals).filter(({ parameters }) => parameters);
    expect(classes).toEqual(
      ["logs", "state"].map((name) =>
        expect.objectContaining({
          name,
          parameters: expect.objectContaining({
            fileSystemId: expect.stringContaining(`aws_efs_file_system.${name}_files_`),
          }),
        }),
      ),
    );
  });

  it("join the driver of a whole, in its namespace", () => {
    const stack = synth((scope) => {
      const { driver } = new S3MountpointCsi(scope, "s3", { ...s3, namespace: "storage" });
      new S3MountpointStorageClass(scope, "more", { ...s3, driver, storageClassName: "more" });
    });
    const namespaces = Object.values(stack.resource.helm_release).map(({ namespace }) => namespace);
    expect(namespaces).toEqual(["storage", "storage", "storage"]);
  });
});

// Terraform's addresses are a contract: a resource whose address changes is destroyed and created.
describe("the addresses of a whole", () => {
  it("are these for S3", () => {
    expect(addresses(synth((scope) => new S3MountpointCsi(scope, "s3", s3)))).toEqual([
      "helm_release.s3_driver",
      "helm_release.s3_storage_class",
    ]);
  });

  it("are these for EFS", () => {
    expect(addresses(synth((scope) => new EfsCsi(scope, "efs", efs)))).toEqual([
      "aws_efs_backup_policy.efs_file_system_backup_policy",
      "aws_efs_file_system.efs_file_system",
      "aws_efs_file_system_policy.efs_file_system_policy",
      "aws_efs_mount_target.efs_file_system_mount_target_0",
      "helm_release.efs_driver",
      "helm_release.efs_storage_class",
    ]);
  });
});

it("gives each part to the program under its own name", () => {
  const stack = new TerraformStack(Testing.app(), "stack");
  const { driver, fileSystem, storageClass, ...whole } = new EfsCsi(stack, "efs", efs);
  expect([driver.node.path, fileSystem.node.path, storageClass.node.path]).toEqual([
    "stack/efs/driver",
    "stack/efs/file_system",
    "stack/efs/storage_class",
  ]);
  expect(whole.storageClassName).toBe(storageClass.storageClassName);
  expect(whole.fileSystemId).toBe(fileSystem.fileSystemId);
});

describe.each([
  ["S3MountpointCsi", (scope: TerraformStack) => new S3MountpointCsi(scope, "it", s3)],
  ["EfsCsi", (scope: TerraformStack) => new EfsCsi(scope, "it", efs)],
] as const)("%s in dependsOn", (_, construct) => {
  it("stands for the release of its class, and so does its class", () => {
    const { output } = synth((scope) => {
      const whole = construct(scope);
      for (const [id, dependable] of Object.entries({ whole, part: whole.storageClass })) {
        new TerraformOutput(scope, id, { value: "ready", dependsOn: [dependable] });
      }
    }) as Synthesized & { output: Record<string, { depends_on: string[] }> };
    for (const { depends_on } of [output.whole, output.part]) {
      expect(depends_on).toEqual([
        expect.stringMatching(/^\$\{helm_release\.it_storage_class_[0-9A-F]{8}\}$/),
      ]);
    }
  });
});
