package main

import (
	"github.com/aws/jsii-runtime-go"
	"github.com/clockwork-codex/csi-go/csi"
	"github.com/hashicorp/terraform-cdk-go/cdktf"
)

func main() {
	app := cdktf.NewApp(nil)
	stack := cdktf.NewTerraformStack(app, jsii.String("composition"))
	csi.NewEnvironmentProviders(stack, jsii.String("providers"))

	nodes := &[]cdktf.ITerraformDependable{
		cdktf.NewDataResource(stack, jsii.String("nodes"), nil),
	}
	datasets := csi.NewS3MountpointCsi(stack, jsii.String("datasets"), &csi.S3MountpointCsiProps{
		DependsOn:    nodes,
		AwsRegion:    jsii.String("us-west-2"),
		BucketName:   jsii.String("my-datasets"),
		MountOptions: jsii.Strings("read-only"),
		VolumeCount:  jsii.Number(8),
	})
	checkpoints := csi.NewS3MountpointStorageClass(stack, jsii.String("checkpoints"), &csi.S3MountpointStorageClassProps{
		Driver:           datasets.Driver(),
		AwsRegion:        jsii.String("eu-west-1"),
		BucketName:       jsii.String("my-checkpoints"),
		StorageClassName: jsii.String("checkpoints"),
	})

	subnets := jsii.Strings("subnet-0a1b2c3d4e5f60718", "subnet-1a2b3c4d5e6f70819")
	state := csi.NewEfsCsi(stack, jsii.String("state"), &csi.EfsCsiProps{
		AwsRegion:        jsii.String("us-west-2"),
		ClusterName:      jsii.String("my-cluster"),
		SubnetIds:        subnets,
		SecurityGroupId:  jsii.String("sg-0123456789abcdef0"),
		HelmChartVersion: jsii.String("4.4.1"),
		DriverValues: &map[string]interface{}{
			"controller": map[string]interface{}{
				"logLevel":       5,
				"podAnnotations": map[string]string{"team": `the "graph" team`},
			},
		},
		DependsOn: nodes,
	})
	logsFiles := csi.NewEfsFileSystem(stack, jsii.String("logs_files"), &csi.EfsFileSystemProps{
		AwsRegion:       jsii.String("us-west-2"),
		ClusterName:     jsii.String("my-cluster"),
		SubnetIds:       subnets,
		SecurityGroupId: jsii.String("sg-0123456789abcdef0"),
		ThroughputMode:  jsii.String("bursting"),
	})
	logs := csi.NewEfsStorageClass(stack, jsii.String("logs"), &csi.EfsStorageClassProps{
		Driver:           state.Driver(),
		FileSystem:       logsFiles,
		StorageClassName: jsii.String("logs"),
	})

	state.FileSystem().Resource().AddOverride(
		jsii.String("kms_key_id"),
		"arn:aws:kms:us-west-2:123456789012:key/1234abcd",
	)
	state.Driver().Release().AddOverride(jsii.String("timeout"), 1800)

	claim(stack, "datasets", datasets.StorageClassName(), datasets)
	claim(stack, "checkpoints", checkpoints.StorageClassName(), checkpoints)
	claim(stack, "state", state.StorageClassName(), state)
	claim(stack, "logs", logs.StorageClassName(), logs)
	cdktf.NewTerraformOutput(stack, jsii.String("file_system_id"), &cdktf.TerraformOutputConfig{
		Value: state.FileSystemId(),
	})
	cdktf.NewTerraformOutput(stack, jsii.String("service_account_names"), &cdktf.TerraformOutputConfig{
		Value: []*string{
			datasets.Driver().ServiceAccountName(),
			state.Driver().ControllerServiceAccountName(),
			state.Driver().NodeServiceAccountName(),
		},
	})

	app.Synth()
}

func claim(stack cdktf.TerraformStack, name string, class *string, storage cdktf.ITerraformDependable) {
	cdktf.NewDataResource(stack, jsii.String(name+"_claim"), &cdktf.DataConfig{
		Input:     &map[string]interface{}{"class": class},
		DependsOn: &[]cdktf.ITerraformDependable{storage},
	})
}
