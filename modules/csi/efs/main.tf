# Code generated from csi/efs. DO NOT EDIT.

resource "aws_efs_file_system" "this" {
  region          = var.aws_region
  encrypted       = true
  throughput_mode = "elastic"

  # Shared, not owned: tools that tear a cluster down delete what it owns.
  tags = {
    Name                                        = var.cluster_name
    "kubernetes.io/cluster/${var.cluster_name}" = "shared"
  }
}

resource "aws_efs_backup_policy" "this" {
  region         = var.aws_region
  file_system_id = aws_efs_file_system.this.id

  backup_policy {
    status = "ENABLED"
  }
}

# It replaces the default policy, which lets every client in. The driver
# mounts each claim by its access point, without signing
# (https://github.com/kubernetes-sigs/aws-efs-csi-driver/blob/v3.4.1/pkg/driver/node.go).
# An administrator mounts the root by an IAM policy of their own.
resource "aws_efs_file_system_policy" "this" {
  region         = var.aws_region
  file_system_id = aws_efs_file_system.this.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid    = "AllowThroughAccessPoints"
        Effect = "Allow"
        Principal = {
          AWS = "*"
        }
        Action   = ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"]
        Resource = aws_efs_file_system.this.arn
        Condition = {
          Bool = {
            "elasticfilesystem:AccessedViaMountTarget" = "true"
          }
          StringLike = {
            "elasticfilesystem:AccessPointArn" = replace(
              aws_efs_file_system.this.arn,
              "/file-system.*/",
              "access-point/fsap-*"
            )
          }
        }
      },
      {
        Sid    = "DenyInsecureTransport"
        Effect = "Deny"
        Principal = {
          AWS = "*"
        }
        Action   = "*"
        Resource = aws_efs_file_system.this.arn
        Condition = {
          Bool = {
            "aws:SecureTransport" = "false"
          }
        }
      },
    ]
  })
}

# One mount target per subnet. The ids may be unknown at plan, so the list's
# length, not its content, decides how many there are.
resource "aws_efs_mount_target" "this" {
  count = length(var.subnet_ids)

  region          = var.aws_region
  file_system_id  = aws_efs_file_system.this.id
  subnet_id       = var.subnet_ids[count.index]
  security_groups = [var.security_group_id]

  depends_on = [aws_efs_file_system_policy.this]
}

resource "helm_release" "driver" {
  name             = "aws-efs-csi-driver"
  repository       = "https://kubernetes-sigs.github.io/aws-efs-csi-driver"
  chart            = "aws-efs-csi-driver"
  version          = var.helm_chart_version
  namespace        = var.namespace
  create_namespace = true

  # A failed install is rolled back, so that the next apply does not find its
  # name in use.
  atomic = true

  max_history = 10

  # More than Helm's five minutes: a daemon set rolls slowly over many nodes.
  timeout = 900

  wait = true

  # The controller's two replicas use the host network and cannot share a
  # node: one of them may be missing, or a cluster of one node never becomes
  # ready (https://github.com/kubernetes-sigs/aws-efs-csi-driver/issues/728).
  # Charts up to 3.4.1 read updateStrategy, those from 4.0.1 on rollingUpdate.
  values = [yamlencode({
    controller = {
      deleteAccessPointRootDir = false
      rollingUpdate = {
        maxSurge       = 0
        maxUnavailable = 1
      }
      updateStrategy = {
        type = "RollingUpdate"
        rollingUpdate = {
          maxSurge       = 0
          maxUnavailable = 1
        }
      }
    }
    node = {
      rollingUpdate = {
        maxUnavailable = "10%"
      }
      updateStrategy = {
        type = "RollingUpdate"
        rollingUpdate = {
          maxUnavailable = "10%"
        }
      }
    }
  })]
}

locals {
  # What Kubernetes holds immutable in a StorageClass. Its digest is part of
  # the release's name: a change replaces the release instead of failing to
  # update it.
  storage_class = {
    name        = var.storage_class_name
    provisioner = "efs.csi.aws.com"
    parameters = {
      directoryPerms   = "700"
      fileSystemId     = aws_efs_file_system.this.id
      provisioningMode = "efs-ap"
    }
    reclaimPolicy     = "Delete"
    volumeBindingMode = "Immediate"
  }
}

resource "helm_release" "storage_class" {
  name = join("-", [
    trim(substr(var.storage_class_name, 0, 44), "-."),
    substr(sha256(jsonencode(local.storage_class)), 0, 8),
  ])

  chart       = "${path.module}/chart"
  namespace   = var.namespace
  atomic      = true
  max_history = 10

  # Nothing here has to become ready, and a destroy that waits hangs on
  # volumes that are still bound.
  wait = false

  # Helm's provider sees no edit of a local chart, so a digest of its files is
  # among the values
  # (https://github.com/hashicorp/terraform-provider-helm/issues/515). Where a
  # part of them is unknown, compact makes all unknown: with the experiment
  # `manifest` the provider would render the chart without them.
  values = compact([yamlencode({
    chartDigest = sha256(jsonencode({
      for item in fileset("${path.module}/chart", "**") : item => filesha256(
        "${path.module}/chart/${item}"
      )
    }))
    storageClass = local.storage_class
    annotations = {
      "clockwork-codex.github.io/cluster-name" = var.cluster_name
    }
    isDefaultClass = false
    labels         = {}
    mountOptions   = []
  })])

  depends_on = [helm_release.driver, aws_efs_mount_target.this]
}
