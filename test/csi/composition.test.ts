import { HelmProvider } from "@cdktf/provider-helm/lib/provider";
import { type ITerraformDependable, TerraformOutput, TerraformStack, Testing } from "cdktf";
import { describe, expect, it } from "vitest";
import {
  EfsCsi,
  EfsCsiDriver,
  EfsFileSystem,
  EfsStorageClass,
  S3FilesCsi,
  S3MountpointCsi,
  S3MountpointCsiDriver,
  S3MountpointStorageClass,
} from "../../csi";
import { modules } from "../../scripts/generate/modules";
import { requiredProps } from "../input-cases";
import { efs, efsFileSystem, make, s3, s3Files } from "./props";
import { releases, type Synthesized, synth, synthesized, withoutHash } from "./synth";

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
      "terraform_data.checkpoints_pool",
      "terraform_data.datasets_pool",
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
        const fileSystem = new EfsFileSystem(scope, `${storageClassName}_files`, efsFileSystem);
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

describe("a second class of a name", () => {
  it.each(["first", "second"])("is refused, whichever is made %s", (place) => {
    const build = [
      (scope: TerraformStack) =>
        new S3MountpointCsi(scope, "s3", { ...s3, storageClassName: "shared" }),
      (scope: TerraformStack) => new EfsCsi(scope, "efs", { ...efs, storageClassName: "shared" }),
    ];
    if (place === "second") build.reverse();
    expect(() => synth((scope) => void build.map((part) => part(scope)))).toThrow(
      /^\[stack\/(efs|s3)\/storage_class\] `storageClassName` must be unique in a cluster, and stack\/(s3|efs)\/storage_class has it already, got "shared": give one of them another\.$/,
    );
  });

  it("is told of together with every other fault", () => {
    const faults = () =>
      synth((scope) => {
        new S3MountpointCsi(scope, "one", s3);
        new S3MountpointCsi(scope, "two", s3);
      });
    expect(faults).toThrow("[stack/two/driver] a cluster takes one release of the driver");
    expect(faults).toThrow("[stack/two/storage_class] `storageClassName` must be unique");
  });

  it("is accepted in another cluster", () => {
    const stack = synth((scope) => {
      const helmProvider = new HelmProvider(scope, "other", { alias: "other" });
      new S3MountpointCsi(scope, "here", s3);
      new S3MountpointCsi(scope, "there", { ...s3, helmProvider });
    });
    expect(Object.keys(stack.resource.helm_release)).toHaveLength(4);
  });
});

describe("what must exist before the driver", () => {
  it.each([
    [
      "S3MountpointCsi",
      (scope, dependsOn) => new S3MountpointCsi(scope, "it", { ...s3, dependsOn }),
    ],
    ["EfsCsi", (scope, dependsOn) => new EfsCsi(scope, "it", { ...efs, dependsOn })],
  ] satisfies [string, (scope: TerraformStack, dependsOn: ITerraformDependable[]) => unknown][])(
    "stands in dependsOn of %s",
    (_, construct) => {
      const stack = synth((scope) => construct(scope, [{ fqn: "aws_eks_node_group.nodes" }]));
      expect(releases(stack).driver.depends_on).toEqual(["aws_eks_node_group.nodes"]);
    },
  );
});

describe("what lies in another stack", () => {
  function twoStacks(build: (one: TerraformStack, other: TerraformStack) => void) {
    const app = Testing.app();
    const [one, other] = ["one", "other"].map((id) => new TerraformStack(app, id));
    build(one, other);
    return { other, document: synthesized(other) };
  }

  it("comes before a class by the order of the stacks, not by addresses that Terraform would refuse", () => {
    const { other, document } = twoStacks((one, two) => {
      const driver = new EfsCsiDriver(one, "driver");
      const fileSystem = new EfsFileSystem(one, "files", efsFileSystem);
      new EfsStorageClass(two, "class", { driver, fileSystem });
    });
    const [release] = Object.values(document.resource.helm_release);
    expect(release.depends_on).toEqual([]);
    expect(other.dependencies.map(({ node }) => node.id)).toEqual(["one"]);
  });

  it("comes before a driver in the same way", () => {
    const { other, document } = twoStacks((one, two) => {
      const storageClass = new S3MountpointCsi(one, "s3", s3);
      new EfsCsiDriver(two, "driver", { dependsOn: [storageClass] });
    });
    const [release] = Object.values(document.resource.helm_release);
    expect(release.depends_on).toEqual([]);
    expect(other.dependencies.map(({ node }) => node.id)).toEqual(["one"]);
  });

  it("is refused as a class of the same name on the same driver", () => {
    expect(() =>
      twoStacks((one, two) => {
        const driver = new S3MountpointCsiDriver(one, "driver");
        for (const stack of [one, two]) {
          new S3MountpointStorageClass(stack, "class", { ...s3, driver });
        }
      }),
    ).toThrow("[other/class] `storageClassName` must be unique in a cluster, and one/class has it");
  });

  it("is another cluster's, as far as a program can know", () => {
    const { document } = twoStacks((one, two) => {
      for (const stack of [one, two]) new S3MountpointCsi(stack, "s3", s3);
    });
    expect(Object.keys(document.resource.helm_release)).toHaveLength(2);
  });

  it("is refused where the driver's provider stays behind", () => {
    expect(() =>
      twoStacks((one, two) => {
        const helmProvider = new HelmProvider(one, "helm", { alias: "other" });
        const driver = new S3MountpointCsiDriver(one, "driver", { helmProvider });
        new S3MountpointStorageClass(two, "class", { ...s3, driver });
      }),
    ).toThrow(
      "other/class: `driver` has the `helmProvider` one/helm of another stack, which this one cannot use: create the storage class in the driver's stack, or let the driver use its stack's default provider.",
    );
  });
});

describe("what something else made", () => {
  it("is used by its id and its namespace, and nothing waits for it", () => {
    const stack = synth((scope) => {
      const driver = EfsCsiDriver.fromInstalled(scope, "addon", { namespace: "storage" });
      const fileSystem = EfsFileSystem.fromFileSystemAttributes(scope, "files", {
        fileSystemId: "fs-0123456789abcdef0",
      });
      new EfsStorageClass(scope, "efs", { driver, fileSystem });
      const s3Driver = S3MountpointCsiDriver.fromInstalled(scope, "s3_addon");
      new S3MountpointStorageClass(scope, "s3", { ...s3, driver: s3Driver });
    });
    expect(addresses(stack)).toEqual([
      "helm_release.efs",
      "helm_release.s3",
      "terraform_data.s3_pool",
    ]);
    const found = Object.values(stack.resource.helm_release);
    expect(found.map(({ namespace, depends_on }) => ({ namespace, depends_on }))).toEqual([
      { namespace: "storage", depends_on: [] },
      { namespace: "kube-system", depends_on: [] },
    ]);
    const [local] = Object.values(stack.locals).filter(({ parameters }) => parameters);
    expect(local.parameters.fileSystemId).toBe("fs-0123456789abcdef0");
  });

  it("has an ARN where it is given, and an error that says so where it is not", () => {
    const scope = new TerraformStack(Testing.app(), "stack");
    const fileSystemId = "fs-0123456789abcdef0";
    const fileSystemArn = `arn:aws:elasticfilesystem:us-west-2:123456789012:file-system/${fileSystemId}`;
    const from = EfsFileSystem.fromFileSystemAttributes;
    expect(from(scope, "one", { fileSystemId, fileSystemArn }).fileSystemArn).toBe(fileSystemArn);
    const none = { fileSystemId, fileSystemArn: null as unknown as undefined };
    expect(() => from(scope, "two", none).fileSystemArn).toThrow(
      "stack/two: the ARN of fs-0123456789abcdef0 is not known: give `fileSystemArn`",
    );
  });

  it("is refused by what is wrong of it", () => {
    const scope = new TerraformStack(Testing.app(), "stack");
    expect(() =>
      EfsFileSystem.fromFileSystemAttributes(scope, "files", { fileSystemId: "files" }),
    ).toThrow(
      'stack/files: `fileSystemId` must be the id of an EFS file system such as fs-0123456789abcdef0, got "files".',
    );
    expect(() => EfsCsiDriver.fromInstalled(scope, "efs", { namespace: "A" })).toThrow(
      "stack/efs: `namespace` must",
    );
    expect(() => S3MountpointCsiDriver.fromInstalled(scope, "s3", { namespace: "A" })).toThrow(
      "stack/s3: `namespace` must",
    );
    expect(() => EfsCsiDriver.fromInstalled(scope, "old", { helmChartVersion: "2" })).toThrow(
      "stack/old: `helmChartVersion` must be one exact version such as 3.4.1",
    );
    const attributes = { fileSystemId: "fs-0123456789abcdef0", fileSystemArn: "fs-1" };
    expect(() => EfsFileSystem.fromFileSystemAttributes(scope, "arn", attributes)).toThrow(
      'stack/arn: `fileSystemArn` must be the ARN of an EFS file system such as arn:aws:elasticfilesystem:us-west-2:123456789012:file-system/fs-0123456789abcdef0, got "fs-1".',
    );
  });

  it("is in the namespace kube-system where no other is given", () => {
    const scope = new TerraformStack(Testing.app(), "stack");
    expect(EfsCsiDriver.fromInstalled(scope, "efs").namespace).toBe("kube-system");
    expect(S3MountpointCsiDriver.fromInstalled(scope, "s3").namespace).toBe("kube-system");
  });
});

it.each(modules)("$construct.name checks its own props", ({ name, construct }) => {
  const [prop, value] = Object.entries({
    helmChartVersion: "2",
    awsRegion: "x",
    storageClassName: "X",
    clusterArn: "x",
  }).find(([key]) => key in construct._rules) ?? ["", ""];
  expect(() => synth((scope) => make(name, scope, { [prop]: value }))).toThrow(
    `stack/it: \`${prop}\` must`,
  );
});

it.each(
  modules.flatMap(({ name }) => Object.keys(requiredProps[name]).map((prop) => [name, prop])),
)("the construct of %s is not made without %s", (name, prop) => {
  expect(() => synth((scope) => make(name, scope, { [prop]: null }))).toThrow(
    `stack/it: \`${prop}\` is required, got null.`,
  );
});

// Terraform's addresses are a contract: a resource whose address changes is destroyed and created.
describe("the addresses of a whole", () => {
  it("are these for S3", () => {
    expect(addresses(synth((scope) => new S3MountpointCsi(scope, "s3", s3)))).toEqual([
      "helm_release.s3_driver",
      "helm_release.s3_storage_class",
      "terraform_data.s3_storage_class_pool",
    ]);
  });

  it("are these for EFS", () => {
    expect(addresses(synth((scope) => new EfsCsi(scope, "efs", efs)))).toEqual([
      "aws_efs_backup_policy.efs_file_system_backup_policy",
      "aws_efs_file_system.efs_file_system",
      "aws_efs_file_system_policy.efs_file_system_policy",
      "aws_efs_mount_target.efs_file_system_mount_target",
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
  ["S3FilesCsi", (scope: TerraformStack) => new S3FilesCsi(scope, "it", s3Files)],
] as const)("%s in dependsOn", (_, construct) => {
  it("stands for the release of its class, and so does its class", () => {
    const { output } = synth((scope) => {
      const whole = construct(scope);
      for (const [id, dependable] of Object.entries({ whole, part: whole.storageClass })) {
        new TerraformOutput(scope, id, { value: "ready", dependsOn: [dependable] });
      }
    });
    for (const { depends_on } of [output.whole, output.part]) {
      expect(depends_on).toEqual([
        expect.stringMatching(/^\$\{helm_release\.it_storage_class_[0-9A-F]{8}\}$/),
      ]);
    }
  });
});
