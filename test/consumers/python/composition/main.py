from cdktf import App, DataResource, TerraformOutput, TerraformStack
from clockwork_codex_csi import (
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
    S3MountpointCache,
    S3MountpointCacheType,
    S3MountpointContainerResources,
    S3MountpointCsiDriver,
    S3MountpointCsiIdentity,
    S3MountpointStorageClass,
)

app = App()
stack = TerraformStack(app, "composition")
EnvironmentProviders(stack, "providers")

nodes = DataResource(stack, "nodes")
cluster_arn = "arn:aws:eks:us-west-2:123456789012:cluster/my-cluster"
s3_identity = S3MountpointCsiIdentity(
    stack,
    "s3_identity",
    cluster_arn=cluster_arn,
    bucket_arns=["arn:aws:s3:::my-datasets", "arn:aws:s3:::my-checkpoints"],
)
s3_driver = S3MountpointCsiDriver(
    stack,
    "s3_driver",
    depends_on=[nodes, s3_identity],
    values=['node:\n  podLabels:\n    team: the "graph" team\n'],
)
datasets = S3MountpointStorageClass(
    stack,
    "datasets",
    driver=s3_driver,
    aws_region="us-west-2",
    bucket_name="my-datasets",
    storage_class_name="datasets",
    read_only=True,
    prefix="curated/",
    authentication_source=S3MountpointAuthenticationSource.POD,
    cache=S3MountpointCache(
        type=S3MountpointCacheType.EMPTY_DIR, size_limit="10Gi"
    ),
    container_resources=S3MountpointContainerResources(limits_memory="2Gi"),
    keeper_schedule="@hourly",
)
checkpoints = S3MountpointStorageClass(
    stack,
    "checkpoints",
    driver=s3_driver,
    aws_region="eu-west-1",
    bucket_name="my-checkpoints",
    storage_class_name="checkpoints",
    mount_options=["allow-root"],
    volume_count=8,
)

efs_identity = EfsCsiIdentity(stack, "efs_identity", cluster_arn=cluster_arn)
state = EfsCsi(
    stack,
    "state",
    aws_region="us-west-2",
    cluster_name="my-cluster",
    subnet_ids=["subnet-0a1b2c3d4e5f60718", "subnet-1a2b3c4d5e6f70819"],
    security_group_id="sg-0123456789abcdef0",
    helm_chart_version="3.4.1",
    depends_on=[nodes, efs_identity],
)
logs_files = EfsFileSystem(
    stack,
    "logs_files",
    aws_region="us-west-2",
    cluster_name="my-cluster",
    subnet_ids={"us-west-2a": "subnet-0a1b2c3d4e5f60718"},
    security_group_ids=["sg-0123456789abcdef0"],
    throughput_mode=EfsThroughputMode.BURSTING,
)
logs = EfsStorageClass(
    stack,
    "logs",
    driver=state.driver,
    file_system=logs_files,
    storage_class_name="logs",
)

existing = EfsStorageClass(
    stack,
    "existing",
    driver=EfsCsiDriver.from_installed(stack, "addon", namespace="kube-system"),
    file_system=EfsFileSystem.from_file_system_attributes(
        stack, "files", file_system_id="fs-0123456789abcdef0"
    ),
    storage_class_name="existing",
)

state.file_system.resource.add_override(
    "kms_key_id", "arn:aws:kms:us-west-2:123456789012:key/1234abcd"
)
state.driver.release.add_override("timeout", 1800)

for name, storage in {
    "datasets": datasets,
    "checkpoints": checkpoints,
    "state": state,
    "logs": logs,
    "existing": existing,
}.items():
    DataResource(
        stack,
        f"{name}_claim",
        input={"class": storage.storage_class_name},
        depends_on=[storage],
    )
TerraformOutput(stack, "file_system_id", value=state.file_system_id)
TerraformOutput(
    stack,
    "service_account_names",
    value=[
        s3_driver.service_account_name,
        state.driver.controller_service_account_name,
        state.driver.node_service_account_name,
    ],
)

files = TerraformStack(app, "files")
EnvironmentProviders(files, "providers")

files_cluster_arn = "arn:aws:eks:us-west-2:123456789012:cluster/files-cluster"
bucket_arn = "arn:aws:s3:::my-models"
models = S3FilesFileSystem(
    files,
    "models",
    aws_region="us-west-2",
    cluster_arn=files_cluster_arn,
    bucket_arn=bucket_arn,
    subnet_ids={"us-west-2a": "subnet-0a1b2c3d4e5f60718"},
    security_group_ids=["sg-0123456789abcdef0"],
    import_trigger=S3FilesImportTrigger.ON_FILE_ACCESS,
    depends_on=[DataResource(files, "versioning")],
)
files_identity = S3FilesCsiIdentity(
    files,
    "identity",
    aws_region="us-west-2",
    cluster_arn=files_cluster_arn,
    file_system_arns=[models.file_system_arn],
    bucket_arns=[bucket_arn],
)
models_class = S3FilesStorageClass(
    files,
    "models_class",
    driver=EfsCsiDriver(
        files,
        "driver",
        helm_chart_version="4.4.1",
        depends_on=[files_identity],
    ),
    file_system=models,
    storage_class_name="models",
)
DataResource(
    files,
    "models_claim",
    input={
        "class": models_class.storage_class_name,
        "nodeRole": files_identity.node_role_name,
    },
    depends_on=[models_class],
)

app.synth()
