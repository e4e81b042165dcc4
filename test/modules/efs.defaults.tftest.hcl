# What the module makes of its required inputs alone.

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

run "file_system" {
  module {
    source = "../../modules/csi/efs"
  }

  assert {
    condition     = aws_efs_file_system.this.encrypted
    error_message = "The file system must be encrypted at rest."
  }

  assert {
    condition     = aws_efs_file_system.this.throughput_mode == "elastic"
    error_message = "Throughput must grow with demand: bursting starves a small file system."
  }

  assert {
    condition     = aws_efs_backup_policy.this.backup_policy[0].status == "ENABLED"
    error_message = "The file system must be backed up."
  }

  assert {
    condition = alltrue([
      for resource in [aws_efs_backup_policy.this, aws_efs_file_system_policy.this] :
      resource.file_system_id == aws_efs_file_system.this.id
    ])
    error_message = "Backups and policy must be those of the file system."
  }
}

run "file_system_policy" {
  module {
    source = "../../modules/csi/efs"
  }

  assert {
    condition = contains(
      [
        for statement in jsondecode(aws_efs_file_system_policy.this.policy).Statement : statement.Action
        if statement.Effect == "Deny" && try(statement.Condition.Bool["aws:SecureTransport"], "") == "false"
      ],
      "*",
    )
    error_message = "A client without TLS must be denied everything."
  }

  assert {
    condition = toset(one([
      for statement in jsondecode(aws_efs_file_system_policy.this.policy).Statement : statement.Action
      if statement.Effect == "Allow"
      ])) == toset([
      "elasticfilesystem:ClientMount",
      "elasticfilesystem:ClientRootAccess",
      "elasticfilesystem:ClientWrite",
    ])
    error_message = "A client may mount, write and act as root, and nothing else."
  }

  assert {
    condition = alltrue([
      for statement in jsondecode(aws_efs_file_system_policy.this.policy).Statement :
      statement.Condition.Bool == { "elasticfilesystem:AccessedViaMountTarget" = "true" }
      if statement.Effect == "Allow"
    ])
    error_message = "Only a client of a mount target may be allowed in."
  }

  assert {
    condition = alltrue([
      for statement in jsondecode(aws_efs_file_system_policy.this.policy).Statement :
      statement.Resource == aws_efs_file_system.this.arn
    ])
    error_message = "The policy must speak of this file system alone."
  }
}

run "driver" {
  module {
    source = "../../modules/csi/efs"
  }

  assert {
    condition     = helm_release.driver.max_history == 10 && helm_release.storage_class.max_history == 10
    error_message = "Of each release the last ten revisions must be kept, to roll back to, and not all."
  }

  assert {
    condition     = helm_release.driver.name == "aws-efs-csi-driver"
    error_message = "The release must be named like the chart."
  }

  assert {
    condition = (
      helm_release.driver.repository == "https://kubernetes-sigs.github.io/aws-efs-csi-driver" &&
      helm_release.driver.chart == "aws-efs-csi-driver"
    )
    error_message = "The driver must be installed from its own chart."
  }

  assert {
    condition     = helm_release.driver.version == "2.4.5"
    error_message = "The documented version must be the default."
  }

  assert {
    condition     = helm_release.driver.namespace == "kube-system"
    error_message = "The documented namespace must be the default."
  }

  assert {
    condition     = helm_release.driver.create_namespace
    error_message = "A namespace that does not exist must be created."
  }

  assert {
    condition     = helm_release.driver.atomic && helm_release.driver.wait
    error_message = "A driver that does not become ready must be rolled back."
  }

  assert {
    condition     = helm_release.driver.timeout >= 900
    error_message = "A daemon set needs time to roll over many nodes."
  }
}

run "driver_values" {
  module {
    source = "../../modules/csi/efs"
  }

  assert {
    condition     = yamldecode(helm_release.driver.values[0]).controller.updateStrategy.rollingUpdate == { maxSurge = 0, maxUnavailable = 1 }
    error_message = "One of the controller's two replicas may be missing, or a cluster of one node never becomes ready."
  }

  assert {
    condition     = yamldecode(helm_release.driver.values[0]).node.updateStrategy.rollingUpdate == { maxUnavailable = "10%" }
    error_message = "The daemon set must roll over a tenth of the nodes at a time."
  }

  assert {
    condition = alltrue([
      for part in ["controller", "node"] :
      yamldecode(helm_release.driver.values[0])[part].updateStrategy.type == "RollingUpdate" &&
      yamldecode(helm_release.driver.values[0])[part].updateStrategy.rollingUpdate == yamldecode(helm_release.driver.values[0])[part].rollingUpdate
    ])
    error_message = "Charts up to 3.4.1 read updateStrategy, those from 4.0.1 on rollingUpdate, and 4.0.0 neither: both must say the same."
  }

  assert {
    condition     = yamldecode(helm_release.driver.values[0]).controller.deleteAccessPointRootDir == false
    error_message = "The data of a deleted claim must stay."
  }
}

run "storage_class" {
  module {
    source = "../../modules/csi/efs"
  }

  assert {
    condition = yamldecode(helm_release.storage_class.values[0]).storageClass == {
      name        = "efs-sc"
      provisioner = "efs.csi.aws.com"
      parameters = {
        directoryPerms   = "700"
        fileSystemId     = "fs-0123456789abcdef0"
        provisioningMode = "efs-ap"
      }
      reclaimPolicy     = "Delete"
      volumeBindingMode = "Immediate"
    }
    error_message = "The class must make an access point on the file system of each claim."
  }

  assert {
    condition     = helm_release.storage_class.namespace == "kube-system"
    error_message = "The class's release must be kept in the driver's namespace."
  }

  assert {
    condition     = helm_release.storage_class.atomic && !helm_release.storage_class.wait
    error_message = "A failed install must be rolled back; a destroy must not wait for bound volumes."
  }

  assert {
    condition     = endswith(helm_release.storage_class.chart, "modules/csi/efs/chart")
    error_message = "The class must come from the chart that lies in the module."
  }
}
