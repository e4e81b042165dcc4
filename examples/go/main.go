package main

import (
	"github.com/aws/jsii-runtime-go"
	"github.com/clockwork-codex/csi-go/csi"
	"github.com/hashicorp/terraform-cdk-go/cdktf"
)

func main() {
	app := cdktf.NewApp(nil)
	stack := cdktf.NewTerraformStack(app, jsii.String("storage"))

	// AWS_REGION and AWS_PROFILE say which account, KUBE_CONFIG_PATH which cluster.
	csi.NewEnvironmentProviders(stack, jsii.String("providers"))

	s3 := csi.NewS3MountpointCsi(stack, jsii.String("s3"), &csi.S3MountpointCsiProps{
		AwsRegion:  jsii.String("us-west-2"),
		BucketName: jsii.String("my-datasets"),
	})

	efs := csi.NewEfsCsi(stack, jsii.String("efs"), &csi.EfsCsiProps{
		AwsRegion:       jsii.String("us-west-2"),
		ClusterName:     jsii.String("my-cluster"),
		SubnetIds:       jsii.Strings("subnet-0a1b2c3d4e5f60718", "subnet-1a2b3c4d5e6f70819"),
		SecurityGroupId: jsii.String("sg-0123456789abcdef0"),
	})

	cdktf.NewTerraformOutput(stack, jsii.String("s3_storage_class_name"), &cdktf.TerraformOutputConfig{
		Value: s3.StorageClassName(),
	})
	cdktf.NewTerraformOutput(stack, jsii.String("efs_storage_class_name"), &cdktf.TerraformOutputConfig{
		Value: efs.StorageClassName(),
	})

	app.Synth()
}
