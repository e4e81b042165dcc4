"""The resources of examples/python, written with the provider bindings instead."""

from cdktf import App, DataResource, Fn, TerraformOutput, TerraformStack
from cdktf_cdktf_provider_aws.efs_backup_policy import (
    EfsBackupPolicy,
    EfsBackupPolicyBackupPolicy,
)
from cdktf_cdktf_provider_aws.efs_file_system import EfsFileSystem
from cdktf_cdktf_provider_aws.efs_file_system_policy import EfsFileSystemPolicy
from cdktf_cdktf_provider_aws.efs_mount_target import EfsMountTarget
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_helm.provider import HelmProvider
from cdktf_cdktf_provider_helm.release import Release

app = App()
stack = TerraformStack(app, "storage")
AwsProvider(stack, "aws")
HelmProvider(stack, "helm")


def release(id: str, chart: str, **more) -> Release:
    return Release(
        stack, id, name=chart, chart=chart, namespace="kube-system", atomic=True, **more
    )


s3_driver = release("s3_driver", "aws-mountpoint-s3-csi-driver", version="2.7.0")
pool = DataResource(stack, "s3_pool", triggers_replace={"bucket_name": "my-datasets"})
release(
    "s3_storage_class",
    "./charts/s3-mountpoint",
    values=[Fn.yamlencode({"storageClass": {"name": "s3-mountpoint"}, "pool": pool.id})],
    depends_on=[s3_driver],
)

file_system = EfsFileSystem(stack, "file_system", region="us-west-2", encrypted=True)
EfsBackupPolicy(
    stack,
    "backup_policy",
    file_system_id=file_system.id,
    backup_policy=EfsBackupPolicyBackupPolicy(status="ENABLED"),
)
EfsFileSystemPolicy(
    stack,
    "policy",
    file_system_id=file_system.id,
    policy=Fn.jsonencode({"Version": "2012-10-17", "Statement": []}),
)
mount_targets = [
    EfsMountTarget(
        stack,
        f"mount_target_{index}",
        file_system_id=file_system.id,
        subnet_id=subnet_id,
        security_groups=["sg-0123456789abcdef0"],
    )
    for index, subnet_id in enumerate(["subnet-0a1b2c3d4e5f60718", "subnet-1a2b3c4d5e6f70819"])
]
efs_driver = release("efs_driver", "aws-efs-csi-driver", version="2.4.5")
release(
    "efs_storage_class",
    "./charts/efs",
    values=[Fn.yamlencode({"storageClass": {"name": "efs-sc"}})],
    depends_on=[efs_driver, *mount_targets],
)

TerraformOutput(stack, "s3_storage_class_name", value="s3-mountpoint")
TerraformOutput(stack, "efs_storage_class_name", value="efs-sc")

app.synth()
