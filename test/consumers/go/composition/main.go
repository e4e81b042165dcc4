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

	nodes := cdktf.NewDataResource(stack, jsii.String("nodes"), nil)
	clusterArn := jsii.String("arn:aws:eks:us-west-2:123456789012:cluster/my-cluster")
	s3Identity := csi.NewS3MountpointCsiIdentity(stack, jsii.String("s3_identity"), &csi.S3MountpointCsiIdentityProps{
		ClusterArn: clusterArn,
		BucketArns: jsii.Strings("arn:aws:s3:::my-datasets", "arn:aws:s3:::my-checkpoints"),
	})
	s3Driver := csi.NewS3MountpointCsiDriver(stack, jsii.String("s3_driver"), &csi.S3MountpointCsiDriverProps{
		DependsOn: &[]cdktf.ITerraformDependable{nodes, s3Identity},
		Values:    jsii.Strings("node:\n  podLabels:\n    team: the \"graph\" team\n"),
	})
	datasets := csi.NewS3MountpointStorageClass(stack, jsii.String("datasets"), &csi.S3MountpointStorageClassProps{
		Driver:               s3Driver,
		AwsRegion:            jsii.String("us-west-2"),
		BucketName:           jsii.String("my-datasets"),
		StorageClassName:     jsii.String("datasets"),
		ReadOnly:             jsii.Bool(true),
		Prefix:               jsii.String("curated/"),
		AuthenticationSource: csi.S3MountpointAuthenticationSource_POD,
		Cache: &csi.S3MountpointCache{
			Type:      csi.S3MountpointCacheType_EMPTY_DIR,
			SizeLimit: jsii.String("10Gi"),
		},
		ContainerResources: &csi.S3MountpointContainerResources{LimitsMemory: jsii.String("2Gi")},
		KeeperSchedule:     jsii.String("@hourly"),
	})
	checkpoints := csi.NewS3MountpointStorageClass(stack, jsii.String("checkpoints"), &csi.S3MountpointStorageClassProps{
		Driver:           s3Driver,
		AwsRegion:        jsii.String("eu-west-1"),
		BucketName:       jsii.String("my-checkpoints"),
		StorageClassName: jsii.String("checkpoints"),
		MountOptions:     jsii.Strings("allow-root"),
		VolumeCount:      jsii.Number(8),
	})

	efsIdentity := csi.NewEfsCsiIdentity(stack, jsii.String("efs_identity"), &csi.EfsCsiIdentityProps{
		ClusterArn: clusterArn,
	})
	state := csi.NewEfsCsi(stack, jsii.String("state"), &csi.EfsCsiProps{
		AwsRegion:        jsii.String("us-west-2"),
		ClusterName:      jsii.String("my-cluster"),
		SubnetIds:        jsii.Strings("subnet-0a1b2c3d4e5f60718", "subnet-1a2b3c4d5e6f70819"),
		SecurityGroupId:  jsii.String("sg-0123456789abcdef0"),
		HelmChartVersion: jsii.String("3.4.1"),
		DependsOn:        &[]cdktf.ITerraformDependable{nodes, efsIdentity},
	})
	logsFiles := csi.NewEfsFileSystem(stack, jsii.String("logs_files"), &csi.EfsFileSystemProps{
		AwsRegion:        jsii.String("us-west-2"),
		ClusterName:      jsii.String("my-cluster"),
		SubnetIds:        &map[string]*string{"us-west-2a": jsii.String("subnet-0a1b2c3d4e5f60718")},
		SecurityGroupIds: jsii.Strings("sg-0123456789abcdef0"),
		ThroughputMode:   csi.EfsThroughputMode_BURSTING,
	})
	logs := csi.NewEfsStorageClass(stack, jsii.String("logs"), &csi.EfsStorageClassProps{
		Driver:           state.Driver(),
		FileSystem:       logsFiles,
		StorageClassName: jsii.String("logs"),
	})

	existing := csi.NewEfsStorageClass(stack, jsii.String("existing"), &csi.EfsStorageClassProps{
		Driver: csi.EfsCsiDriver_FromInstalled(stack, jsii.String("addon"), &csi.EfsCsiDriverAttributes{
			Namespace: jsii.String("kube-system"),
		}),
		FileSystem: csi.EfsFileSystem_FromFileSystemAttributes(stack, jsii.String("files"), &csi.EfsFileSystemAttributes{
			FileSystemId: jsii.String("fs-0123456789abcdef0"),
		}),
		StorageClassName: jsii.String("existing"),
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
	claim(stack, "existing", existing.StorageClassName(), existing)
	cdktf.NewTerraformOutput(stack, jsii.String("file_system_id"), &cdktf.TerraformOutputConfig{
		Value: state.FileSystemId(),
	})
	cdktf.NewTerraformOutput(stack, jsii.String("service_account_names"), &cdktf.TerraformOutputConfig{
		Value: []*string{
			s3Driver.ServiceAccountName(),
			state.Driver().ControllerServiceAccountName(),
			state.Driver().NodeServiceAccountName(),
		},
	})

	files := cdktf.NewTerraformStack(app, jsii.String("files"))
	csi.NewEnvironmentProviders(files, jsii.String("providers"))

	filesClusterArn := jsii.String("arn:aws:eks:us-west-2:123456789012:cluster/files-cluster")
	bucketArn := jsii.String("arn:aws:s3:::my-models")
	models := csi.NewS3FilesFileSystem(files, jsii.String("models"), &csi.S3FilesFileSystemProps{
		AwsRegion:        jsii.String("us-west-2"),
		ClusterArn:       filesClusterArn,
		BucketArn:        bucketArn,
		SubnetIds:        &map[string]*string{"us-west-2a": jsii.String("subnet-0a1b2c3d4e5f60718")},
		SecurityGroupIds: jsii.Strings("sg-0123456789abcdef0"),
		ImportTrigger:    csi.S3FilesImportTrigger_ON_FILE_ACCESS,
		DependsOn: &[]cdktf.ITerraformDependable{
			cdktf.NewDataResource(files, jsii.String("versioning"), nil),
		},
	})
	filesIdentity := csi.NewS3FilesCsiIdentity(files, jsii.String("identity"), &csi.S3FilesCsiIdentityProps{
		AwsRegion:      jsii.String("us-west-2"),
		ClusterArn:     filesClusterArn,
		FileSystemArns: &[]*string{models.FileSystemArn()},
		BucketArns:     &[]*string{bucketArn},
	})
	modelsClass := csi.NewS3FilesStorageClass(files, jsii.String("models_class"), &csi.S3FilesStorageClassProps{
		Driver: csi.NewEfsCsiDriver(files, jsii.String("driver"), &csi.EfsCsiDriverProps{
			HelmChartVersion: jsii.String("4.4.1"),
			DependsOn:        &[]cdktf.ITerraformDependable{filesIdentity},
		}),
		FileSystem:       models,
		StorageClassName: jsii.String("models"),
	})
	cdktf.NewDataResource(files, jsii.String("models_claim"), &cdktf.DataConfig{
		Input: &map[string]interface{}{
			"class":    modelsClass.StorageClassName(),
			"nodeRole": filesIdentity.NodeRoleName(),
		},
		DependsOn: &[]cdktf.ITerraformDependable{modelsClass},
	})

	app.Synth()
}

func claim(stack cdktf.TerraformStack, name string, class *string, storage cdktf.ITerraformDependable) {
	cdktf.NewDataResource(stack, jsii.String(name+"_claim"), &cdktf.DataConfig{
		Input:     &map[string]interface{}{"class": class},
		DependsOn: &[]cdktf.ITerraformDependable{storage},
	})
}
