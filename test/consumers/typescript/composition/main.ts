import {
  EfsCsi,
  EfsCsiDriver,
  EfsCsiIdentity,
  EfsFileSystem,
  EfsStorageClass,
  EfsThroughputMode,
  EnvironmentProviders,
  S3FilesCsiIdentity,
  S3FilesFileSystem,
  S3FilesImportTrigger,
  S3FilesStorageClass,
  S3MountpointAuthenticationSource,
  S3MountpointCacheType,
  S3MountpointCsiDriver,
  S3MountpointCsiIdentity,
  S3MountpointStorageClass,
} from "@clockwork-codex/csi";
import { App, DataResource, TerraformOutput, TerraformStack } from "cdktf";

const app = new App();
const stack = new TerraformStack(app, "composition");
new EnvironmentProviders(stack, "providers");

const nodes = new DataResource(stack, "nodes");
const clusterArn = "arn:aws:eks:us-west-2:123456789012:cluster/my-cluster";
const s3Identity = new S3MountpointCsiIdentity(stack, "s3_identity", {
  clusterArn,
  bucketArns: ["arn:aws:s3:::my-datasets", "arn:aws:s3:::my-checkpoints"],
});
const s3Driver = new S3MountpointCsiDriver(stack, "s3_driver", {
  dependsOn: [nodes, s3Identity],
  values: ['node:\n  podLabels:\n    team: the "graph" team\n'],
});
const datasets = new S3MountpointStorageClass(stack, "datasets", {
  driver: s3Driver,
  awsRegion: "us-west-2",
  bucketName: "my-datasets",
  storageClassName: "datasets",
  readOnly: true,
  prefix: "curated/",
  authenticationSource: S3MountpointAuthenticationSource.POD,
  cache: { type: S3MountpointCacheType.EMPTY_DIR, sizeLimit: "10Gi" },
  containerResources: { limitsMemory: "2Gi" },
  keeperSchedule: "@hourly",
});
const checkpoints = new S3MountpointStorageClass(stack, "checkpoints", {
  driver: s3Driver,
  awsRegion: "eu-west-1",
  bucketName: "my-checkpoints",
  storageClassName: "checkpoints",
  mountOptions: ["allow-root"],
  volumeCount: 8,
});

const efsIdentity = new EfsCsiIdentity(stack, "efs_identity", { clusterArn });
const state = new EfsCsi(stack, "state", {
  awsRegion: "us-west-2",
  clusterName: "my-cluster",
  subnetIds: ["subnet-0a1b2c3d4e5f60718", "subnet-1a2b3c4d5e6f70819"],
  securityGroupId: "sg-0123456789abcdef0",
  helmChartVersion: "3.4.1",
  dependsOn: [nodes, efsIdentity],
});
const logsFiles = new EfsFileSystem(stack, "logs_files", {
  awsRegion: "us-west-2",
  clusterName: "my-cluster",
  subnetIds: { "us-west-2a": "subnet-0a1b2c3d4e5f60718" },
  securityGroupIds: ["sg-0123456789abcdef0"],
  throughputMode: EfsThroughputMode.BURSTING,
});
const logs = new EfsStorageClass(stack, "logs", {
  driver: state.driver,
  fileSystem: logsFiles,
  storageClassName: "logs",
});

const existing = new EfsStorageClass(stack, "existing", {
  driver: EfsCsiDriver.fromInstalled(stack, "addon", { namespace: "kube-system" }),
  fileSystem: EfsFileSystem.fromFileSystemAttributes(stack, "files", {
    fileSystemId: "fs-0123456789abcdef0",
  }),
  storageClassName: "existing",
});

state.fileSystem.resource.addOverride(
  "kms_key_id",
  "arn:aws:kms:us-west-2:123456789012:key/1234abcd",
);
state.driver.release.addOverride("timeout", 1800);

for (const [name, storage] of Object.entries({ datasets, checkpoints, state, logs, existing })) {
  new DataResource(stack, `${name}_claim`, {
    input: { class: storage.storageClassName },
    dependsOn: [storage],
  });
}
new TerraformOutput(stack, "file_system_id", { value: state.fileSystemId });
new TerraformOutput(stack, "service_account_names", {
  value: [
    s3Driver.serviceAccountName,
    state.driver.controllerServiceAccountName,
    state.driver.nodeServiceAccountName,
  ],
});

const files = new TerraformStack(app, "files");
new EnvironmentProviders(files, "providers");

const filesClusterArn = "arn:aws:eks:us-west-2:123456789012:cluster/files-cluster";
const bucketArn = "arn:aws:s3:::my-models";
const models = new S3FilesFileSystem(files, "models", {
  awsRegion: "us-west-2",
  clusterArn: filesClusterArn,
  bucketArn,
  subnetIds: { "us-west-2a": "subnet-0a1b2c3d4e5f60718" },
  securityGroupIds: ["sg-0123456789abcdef0"],
  importTrigger: S3FilesImportTrigger.ON_FILE_ACCESS,
  dependsOn: [new DataResource(files, "versioning")],
});
const filesIdentity = new S3FilesCsiIdentity(files, "identity", {
  awsRegion: "us-west-2",
  clusterArn: filesClusterArn,
  fileSystemArns: [models.fileSystemArn],
  bucketArns: [bucketArn],
});
const modelsClass = new S3FilesStorageClass(files, "models_class", {
  driver: new EfsCsiDriver(files, "driver", {
    helmChartVersion: "4.4.1",
    dependsOn: [filesIdentity],
  }),
  fileSystem: models,
  storageClassName: "models",
});
new DataResource(files, "models_claim", {
  input: { class: modelsClass.storageClassName, nodeRole: filesIdentity.nodeRoleName },
  dependsOn: [modelsClass],
});

app.synth();
