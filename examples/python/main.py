from cdktf import App, TerraformOutput, TerraformStack
from clockwork_codex_csi import EfsCsi, EnvironmentProviders, S3MountpointCsi

app = App()
stack = TerraformStack(app, "storage")

# AWS_REGION and AWS_PROFILE say which account, KUBE_CONFIG_PATH which cluster.
EnvironmentProviders(stack, "providers")

s3 = S3MountpointCsi(
    stack,
    "s3",
    aws_region="us-west-2",
    bucket_name="my-datasets",
)

efs = EfsCsi(
    stack,
    "efs",
    aws_region="us-west-2",
    cluster_name="my-cluster",
    subnet_ids=["subnet-0a1b2c3d4e5f60718", "subnet-1a2b3c4d5e6f70819"],
    security_group_id="sg-0123456789abcdef0",
)

TerraformOutput(stack, "s3_storage_class_name", value=s3.storage_class_name)
TerraformOutput(stack, "efs_storage_class_name", value=efs.storage_class_name)

app.synth()
