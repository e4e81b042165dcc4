import type { Mutant } from "./mutant";

const fileSystem = "csi/efs/efs-file-system.ts";
const efsClass = "csi/efs/efs-storage-class.ts";
const efsDriver = "csi/efs/efs-csi-driver.ts";
const s3Class = "csi/s3-mountpoint/s3-mountpoint-storage-class.ts";
const s3Driver = "csi/s3-mountpoint/s3-mountpoint-csi-driver.ts";
const driverRelease = "csi/internal/driver-release.ts";
const storageRelease = "csi/internal/storage-release.ts";
const native = "test/modules/native.test.ts";
const efs = "test/csi/efs-csi.test.ts";
const s3 = "test/csi/s3-mountpoint-csi.test.ts";
const providers = "test/csi/providers.test.ts";

function mutant(file: string, killedBy: string, name: string, from: string, to: string): Mutant {
  return { file, killedBy, name, from, to };
}

/** Mistakes in what the constructs create. */
export const constructMutants: readonly Mutant[] = [
  mutant(fileSystem, efs, "leaves the data unencrypted", "encrypted: true", "encrypted: false"),
  mutant(fileSystem, efs, "starves readers", '?? "elastic"', '?? "bursting"'),
  mutant(fileSystem, native, "says owned", '`]: "shared"', '`]: "owned"'),
  mutant(fileSystem, native, "makes no backups", '"ENABLED"', '"DISABLED"'),
  mutant(
    fileSystem,
    native,
    "denies clients with TLS",
    '"aws:SecureTransport": "false"',
    '"aws:SecureTransport": "true"',
  ),
  mutant(
    fileSystem,
    native,
    "lets in who comes by no mount target",
    'AccessedViaMountTarget": "true"',
    'AccessedViaMountTarget": "false"',
  ),
  mutant(fileSystem, native, "denies less", 'Action: "*"', 'Action: "elasticfilesystem:Client*"'),
  mutant(
    fileSystem,
    "test/modules/several.test.ts",
    "uses the provider's region",
    "{ region: props.awsRegion, provider",
    "{ provider",
  ),
  mutant(
    fileSystem,
    "test/modules/subnets.test.ts",
    "puts all mount targets into the first subnet",
    "[count.index]",
    "[0]",
  ),
  mutant(
    fileSystem,
    native,
    "leaves the security group to AWS",
    "securityGroups: [props.securityGroupId]",
    "securityGroups: []",
  ),
  mutant(
    fileSystem,
    "test/modules/subnets.test.ts",
    "makes one mount target",
    "TerraformCount.of(Fn.lengthOf(subnetIds))",
    "TerraformCount.of(1)",
  ),
  mutant(efsClass, efs, "lets everyone read", 'directoryPerms: "700"', 'directoryPerms: "777"'),
  mutant(efsClass, native, "keeps access points", '"Delete"', '"Retain"'),
  mutant(efsClass, native, "does not wait for the driver", "[driver.release, ", "["),
  mutant(efsClass, native, "does not wait for mount targets", ", ...fileSystem.mountTargets]", "]"),
  mutant(efsDriver, native, "wants both replicas", "maxUnavailable: 1 }", "maxUnavailable: 0 }"),
  mutant(efsDriver, native, "needs a third place", "maxSurge: 0", "maxSurge: 1"),
  mutant(efsDriver, native, "rolls node by node", 'maxUnavailable: "10%"', "maxUnavailable: 1"),
  mutant(
    efsDriver,
    native,
    "deletes the data of claims",
    "deleteAccessPointRootDir: false",
    "deleteAccessPointRootDir: true",
  ),
  mutant(
    efsDriver,
    native,
    "is not read by older charts",
    'updateStrategy: { type: "RollingUpdate", rollingUpdate: node }',
    "",
  ),
  mutant(efsDriver, efs, "forgets the documented version", '?? "2.4.5"', '?? "4.4.1"'),
  mutant(efsDriver, efs, "forgets the namespace", '?? "kube-system"', '?? "default"'),
  mutant(
    s3Class,
    native,
    "hands the driver ReadOnlyMany",
    '["ReadWriteMany", "ReadOnlyMany"',
    '["ReadOnlyMany", "ReadWriteMany"',
  ),
  mutant(s3Class, native, "shuts users out", '"allow-other",', ""),
  mutant(s3Class, native, "makes a smaller pool", "?? 64", "?? 63"),
  mutant(s3Class, native, "loses volumes", '"Retain"', '"Delete"'),
  mutant(s3Class, native, "does not wait", "dependsOn: [driver.release]", "dependsOn: []"),
  mutant(
    s3Class,
    providers,
    "installs the class on another cluster than the driver",
    "provider: driver.helmProvider",
    "provider: undefined",
  ),
  mutant(s3Class, s3, "drops options", "...(props.mountOptions ?? [])", ""),
  mutant(
    s3Driver,
    native,
    "installs 2.7.0 whatever it is told",
    "conditional(Op.eq(version, UNPUBLISHED_VERSION), TESTED_VERSION, version)",
    "conditional(Op.eq(version, UNPUBLISHED_VERSION), TESTED_VERSION, TESTED_VERSION)",
  ),
  mutant(
    s3Driver,
    s3,
    "installs what was never published",
    "version === UNPUBLISHED_VERSION ? TESTED_VERSION : version",
    "version",
  ),
  mutant(driverRelease, native, "leaves a failed install", "atomic: true", "atomic: false"),
  mutant(driverRelease, native, "does not wait for pods", "wait: true", "wait: false"),
  mutant(driverRelease, native, "gives up early", "timeout: 900", "timeout: 300"),
  mutant(
    driverRelease,
    native,
    "wants the namespace to be there",
    "createNamespace: true",
    "createNamespace: false",
  ),
  mutant(
    driverRelease,
    providers,
    "refuses a driver on another cluster",
    "providerOf(element.provider) === providerOf(options.provider)",
    "true",
  ),
  mutant(
    driverRelease,
    providers,
    "takes a second driver",
    "if (other !== undefined)",
    "if (false)",
  ),
  mutant(
    driverRelease,
    efs,
    "lays its own values over the caller's",
    "encoded.push(Fn.yamlencode(values.expression))",
    "encoded.unshift(Fn.yamlencode(values.expression))",
  ),
  mutant(storageRelease, native, "leaves a failed install", "atomic: true", "atomic: false"),
  mutant(storageRelease, native, "hangs on bound volumes", "wait: false", "wait: true"),
  mutant(
    storageRelease,
    "test/modules/changes.test.ts",
    "updates what is immutable",
    "Fn.jsonencode(storageClass.expression)",
    "className",
  ),
  mutant(
    storageRelease,
    "test/modules/names.test.ts",
    "cuts a name too late",
    "className, 0, 44",
    "className, 0, 45",
  ),
  mutant(storageRelease, "test/modules/names.test.ts", "leaves dots", '"-."', '"-"'),
  mutant(
    storageRelease,
    "test/modules/files.test.ts",
    "does not see a changed chart",
    "chartDigest(chartFolder(options.chart))",
    '"0123456789abcdef"',
  ),
  mutant(
    "csi/internal/chart.ts",
    "test/csi/chart.test.ts",
    "does not see a renamed template",
    ".update(`${file}\\0`)",
    "",
  ),
];
