import { EfsAccessPoint } from "@cdktf/provider-aws/lib/efs-access-point";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { HelmProvider } from "@cdktf/provider-helm/lib/provider";
import { EfsCsi, S3MountpointCsi } from "@clockwork-codex/csi";
import { App, TerraformStack } from "cdktf";

const app = new App();
const stack = new TerraformStack(app, "own_providers");
new AwsProvider(stack, "aws", { region: "us-west-2" });
new HelmProvider(stack, "helm", { kubernetes: { configPath: "~/.kube/config" } });

new S3MountpointCsi(stack, "s3", { awsRegion: "us-west-2", bucketName: "my-datasets" });

const network = {
  clusterName: "my-cluster",
  subnetIds: ["subnet-12345678"],
  securityGroupId: "sg-12345678",
};
const efs = new EfsCsi(stack, "efs", { ...network, awsRegion: "us-west-2" });
new EfsAccessPoint(stack, "access_point", { fileSystemId: efs.fileSystemId });

new EfsCsi(stack, "ireland", {
  ...network,
  awsRegion: "eu-west-1",
  storageClassName: "ireland",
  awsProvider: new AwsProvider(stack, "aws_ireland", { alias: "ireland", region: "eu-west-1" }),
  helmProvider: new HelmProvider(stack, "helm_ireland", {
    alias: "ireland",
    kubernetes: { configPath: "~/.kube/ireland" },
  }),
});

app.synth();
