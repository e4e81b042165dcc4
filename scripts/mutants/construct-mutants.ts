import { type Mutant, mutant } from "./mutant";

const fileSystem = "csi/efs/efs-file-system.ts";
const efsClass = "csi/efs/efs-storage-class.ts";
const efsDriver = "csi/efs/efs-csi-driver.ts";
const s3Class = "csi/s3-mountpoint/s3-mountpoint-storage-class.ts";
const s3Driver = "csi/s3-mountpoint/s3-mountpoint-csi-driver.ts";
const native = "test/modules/native.test.ts";
const efs = "test/csi/efs-csi.test.ts";
const s3 = "test/csi/s3-mountpoint-csi.test.ts";
const composition = "test/csi/composition.test.ts";

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
    'updateStrategy: { type: "RollingUpdate", rollingUpdate: node },',
    "",
  ),
  mutant(efsDriver, native, "gives up early", "seconds: 900", "seconds: 300"),
  mutant(efsDriver, composition, "starts before what it needs", "dependsOn: props.dependsOn,", ""),
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
    "test/csi/providers.test.ts",
    "installs the class on another cluster than the driver",
    "provider: driver.helmProvider",
    "provider: undefined",
  ),
  mutant(s3Class, s3, "drops options", "[...own, ...further]", "own"),
  mutant(s3Class, s3, "drops options that come late", "Fn.concat([own, further])", "own"),
  mutant(s3Class, s3, "keeps the pool of another bucket", "bucket_name: props.bucketName,", ""),
  mutant(
    s3Class,
    s3,
    "keeps the pool of another class",
    "storage_class: storageClass.expression,",
    "",
  ),
  mutant(s3Class, s3, "names volumes alike in each pool", "pool: pool.id", 'pool: "12345678-"'),
  mutant(
    s3Driver,
    native,
    "installs 2.7.0 whatever it is told",
    "UNPUBLISHED_VERSION), TESTED_VERSION, version)",
    "UNPUBLISHED_VERSION), TESTED_VERSION, TESTED_VERSION)",
  ),
  mutant(
    s3Driver,
    s3,
    "installs what was never published",
    " === UNPUBLISHED_VERSION ? TESTED_VERSION : version",
    " === UNPUBLISHED_VERSION ? version : version",
  ),
  mutant(s3Driver, s3, "does not know it with a v", 'version.replace(/^v/, "")', "version"),
  mutant(s3Driver, native, "gives up early", "seconds: 1800", "seconds: 900"),
  mutant(s3Driver, composition, "starts before what it needs", "dependsOn: props.dependsOn,", ""),
];
