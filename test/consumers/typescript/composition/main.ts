import {
  EfsCsi,
  EfsFileSystem,
  EfsStorageClass,
  EfsThroughputMode,
  EnvironmentProviders,
  S3MountpointCsi,
  S3MountpointStorageClass,
} from "@clockwork-codex/csi";
import { App, DataResource, TerraformOutput, TerraformStack } from "cdktf";

const app = new App();
const stack = new TerraformStack(app, "composition");
new EnvironmentProviders(stack, "providers");

const nodes = new DataResource(stack, "nodes");
const datasets = new S3MountpointCsi(stack, "datasets", {
  dependsOn: [nodes],
  awsRegion: "us-west-2",
  bucketName: "my-datasets",
});
const checkpoints = new S3MountpointStorageClass(stack, "checkpoints", {
  driver: datasets.driver,
  awsRegion: "eu-west-1",
  bucketName: "my-checkpoints",
  storageClassName: "checkpoints",
  mountOptions: ["read-only"],
  volumeCount: 8,
});

const state = new EfsCsi(stack, "state", {
  awsRegion: "us-west-2",
  clusterName: "my-cluster",
  subnetIds: ["subnet-0a1b2c3d4e5f60718", "subnet-1a2b3c4d5e6f70819"],
  securityGroupId: "sg-0123456789abcdef0",
  helmChartVersion: "3.4.1",
  dependsOn: [nodes],
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

state.fileSystem.resource.addOverride(
  "kms_key_id",
  "arn:aws:kms:us-west-2:123456789012:key/1234abcd",
);
state.driver.release.addOverride("timeout", 1800);

for (const [name, storage] of Object.entries({ datasets, checkpoints, state, logs })) {
  new DataResource(stack, `${name}_claim`, {
    input: { class: storage.storageClassName },
    dependsOn: [storage],
  });
}
new TerraformOutput(stack, "file_system_id", { value: state.fileSystemId });
new TerraformOutput(stack, "service_account_names", {
  value: [
    datasets.driver.serviceAccountName,
    state.driver.controllerServiceAccountName,
    state.driver.nodeServiceAccountName,
  ],
});

app.synth();
