import { EfsCsi, EnvironmentProviders, S3MountpointCsi } from "@clockwork-codex/csi";
import { App, TerraformOutput, TerraformStack } from "cdktf";

const app = new App();
const stack = new TerraformStack(app, "storage");

// AWS_REGION and AWS_PROFILE say which account, KUBE_CONFIG_PATH which cluster.
new EnvironmentProviders(stack, "providers");

const s3 = new S3MountpointCsi(stack, "s3", {
  awsRegion: "us-west-2",
  bucketName: "my-datasets",
});

const efs = new EfsCsi(stack, "efs", {
  awsRegion: "us-west-2",
  clusterName: "my-cluster",
  subnetIds: ["subnet-0a1b2c3d4e5f60718", "subnet-1a2b3c4d5e6f70819"],
  securityGroupId: "sg-0123456789abcdef0",
});

new TerraformOutput(stack, "s3_storage_class_name", { value: s3.storageClassName });
new TerraformOutput(stack, "efs_storage_class_name", { value: efs.storageClassName });

app.synth();
