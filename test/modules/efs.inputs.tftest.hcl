# What each input decides.

mock_provider "aws" {
  source = "./mocks/aws"
}

mock_provider "helm" {}

variables {
  aws_region        = "us-west-2"
  cluster_name      = "prod"
  security_group_id = "sg-0123456789abcdef0"
  subnet_ids        = ["subnet-11111111", "subnet-22222222"]
}

run "aws_region" {
  variables {
    aws_region = "eu-central-1"
  }

  module {
    source = "../../modules/csi/efs"
  }

  assert {
    condition = toset(concat(
      aws_efs_mount_target.this[*].region,
      [
        aws_efs_backup_policy.this.region,
        aws_efs_file_system.this.region,
        aws_efs_file_system_policy.this.region,
      ],
    )) == toset(["eu-central-1"])
    error_message = "Every AWS resource must be in the region, whatever the provider's own."
  }
}

run "cluster_name" {
  variables {
    cluster_name = "analytics"
  }

  module {
    source = "../../modules/csi/efs"
  }

  assert {
    condition = aws_efs_file_system.this.tags == tomap({
      Name                              = "analytics"
      "kubernetes.io/cluster/analytics" = "shared"
    })
    error_message = "The file system must be tagged with the cluster, as shared: tear-down tools delete what is owned."
  }

  assert {
    condition     = yamldecode(helm_release.storage_class.values[0]).clusterName == "analytics"
    error_message = "The class must carry the cluster's name."
  }
}

run "security_group_id" {
  variables {
    security_group_id = "sg-11111111"
  }

  module {
    source = "../../modules/csi/efs"
  }

  assert {
    condition = alltrue([
      for target in aws_efs_mount_target.this : target.security_groups == toset(["sg-11111111"])
    ])
    error_message = "Every mount target must have the security group, and no other."
  }
}

run "subnet_ids" {
  variables {
    subnet_ids = ["subnet-33333333", "subnet-11111111", "subnet-22222222"]
  }

  module {
    source = "../../modules/csi/efs"
  }

  assert {
    condition     = tolist(aws_efs_mount_target.this[*].subnet_id) == var.subnet_ids
    error_message = "There must be one mount target for each subnet, in their order."
  }

  assert {
    condition     = toset(aws_efs_mount_target.this[*].file_system_id) == toset([aws_efs_file_system.this.id])
    error_message = "Every mount target must be the file system's."
  }
}

run "namespace" {
  variables {
    namespace = "storage"
  }

  module {
    source = "../../modules/csi/efs"
  }

  assert {
    condition     = helm_release.driver.namespace == "storage" && helm_release.storage_class.namespace == "storage"
    error_message = "Both releases must be in the namespace."
  }
}

run "helm_chart_version" {
  variables {
    helm_chart_version = "4.4.1"
  }

  module {
    source = "../../modules/csi/efs"
  }

  assert {
    condition     = helm_release.driver.version == "4.4.1"
    error_message = "The version must be the driver chart's."
  }

  assert {
    condition     = helm_release.storage_class.version == null || helm_release.storage_class.version != "4.4.1"
    error_message = "The version must not be that of the module's own chart."
  }
}

run "storage_class_name" {
  variables {
    storage_class_name = "shared"
  }

  module {
    source = "../../modules/csi/efs"
  }

  assert {
    condition     = yamldecode(helm_release.storage_class.values[0]).storageClass.name == "shared"
    error_message = "The class must have the name."
  }

  assert {
    condition     = can(regex("^shared-[0-9a-f]{8}$", helm_release.storage_class.name))
    error_message = "The class's release must be named after it, got ${helm_release.storage_class.name}."
  }
}
