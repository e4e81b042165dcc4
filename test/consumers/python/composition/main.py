from cdktf import App, DataResource, TerraformOutput, TerraformStack
from clockwork_codex_csi import (
    EfsCsi,
    EfsFileSystem,
    EfsStorageClass,
    EnvironmentProviders,
    S3MountpointCsi,
    S3MountpointStorageClass,
)

app = App()
stack = TerraformStack(app, "composition")
EnvironmentProviders(stack, "providers")

nodes = DataResource(stack, "nodes")
datasets = S3MountpointCsi(
    stack,
    "datasets",
    depends_on=[nodes],
    aws_region="us-west-2",
    bucket_name="my-datasets",
    mount_options=["read-only"],
    volume_count=8,
)
checkpoints = S3MountpointStorageClass(
    stack,
    "checkpoints",
    driver=datasets.driver,
    aws_region="eu-west-1",
    bucket_name="my-checkpoints",
    storage_class_name="checkpoints",
)

network = {
    "aws_region": "us-west-2",
    "cluster_name": "my-cluster",
    "subnet_ids": ["subnet-0a1b2c3d4e5f60718", "subnet-1a2b3c4d5e6f70819"],
    "security_group_id": "sg-0123456789abcdef0",
}
state = EfsCsi(
    stack,
    "state",
    **network,
    helm_chart_version="4.4.1",
    driver_values={
        "controller": {"logLevel": 5, "podAnnotations": {"team": 'the "graph" team'}}
    },
    depends_on=[nodes],
)
logs_files = EfsFileSystem(stack, "logs_files", **network, throughput_mode="bursting")
logs = EfsStorageClass(
    stack,
    "logs",
    driver=state.driver,
    file_system=logs_files,
    storage_class_name="logs",
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
        datasets.driver.service_account_name,
        state.driver.controller_service_account_name,
        state.driver.node_service_account_name,
    ],
)

app.synth()
