# Code generated from csi. DO NOT EDIT.

resource "aws_efs_file_system" "efs_file_system" {
  region          = var.aws_region
  encrypted       = true
  throughput_mode = "elastic"

  # Shared, not owned: tools that tear a cluster down delete what it owns.
  tags = {
    Name                                        = var.cluster_name
    "kubernetes.io/cluster/${var.cluster_name}" = "shared"
  }
}

resource "aws_efs_backup_policy" "efs_file_system_backup_policy" {
  region         = var.aws_region
  file_system_id = aws_efs_file_system.efs_file_system.id

  backup_policy {
    status = "ENABLED"
  }
}

# It replaces the default policy, which lets every client in. The driver
# mounts each claim by its access point, without signing
# (https://github.com/kubernetes-sigs/aws-efs-csi-driver/blob/v3.4.1/pkg/driver/node.go).
# An administrator mounts the root by an IAM policy of their own.
resource "aws_efs_file_system_policy" "efs_file_system_policy" {
  region         = var.aws_region
  file_system_id = aws_efs_file_system.efs_file_system.id

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
        Resource = aws_efs_file_system.efs_file_system.arn
        Condition = {
          Bool = {
            "elasticfilesystem:AccessedViaMountTarget" = "true"
          }
          StringLike = {
            "elasticfilesystem:AccessPointArn" = replace(
              aws_efs_file_system.efs_file_system.arn,
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
        Resource = aws_efs_file_system.efs_file_system.arn
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
resource "aws_efs_mount_target" "efs_file_system_mount_target" {
  count = length(var.subnet_ids)

  region          = var.aws_region
  file_system_id  = aws_efs_file_system.efs_file_system.id
  subnet_id       = var.subnet_ids[count.index]
  security_groups = [var.security_group_id]

  depends_on = [aws_efs_file_system_policy.efs_file_system_policy]
}

resource "helm_release" "efs_driver" {
  name             = "aws-efs-csi-driver"
  repository       = "https://kubernetes-sigs.github.io/aws-efs-csi-driver"
  chart            = "aws-efs-csi-driver"
  version          = "2.4.5"
  namespace        = "kube-system"
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
  efs_storage_class_storage_class = {
    name        = "efs-sc"
    provisioner = "efs.csi.aws.com"
    parameters = {
      directoryPerms   = "700"
      fileSystemId     = aws_efs_file_system.efs_file_system.id
      provisioningMode = "efs-ap"
    }
    reclaimPolicy     = "Delete"
    volumeBindingMode = "Immediate"
  }

  # What Kubernetes holds immutable in a StorageClass. Its digest is part of
  # the release's name: a change replaces the release instead of failing to
  # update it.
  s3_storage_class_storage_class = {
    name              = "s3-mountpoint"
    provisioner       = "s3.csi.aws.com"
    reclaimPolicy     = "Retain"
    volumeBindingMode = "Immediate"
  }

  # What Kubernetes holds immutable in a volume, but for its name.
  s3_storage_class_volume_source = {
    driver = "s3.csi.aws.com"
    volumeAttributes = {
      authenticationSource = "driver"
      bucketName           = var.bucket_name
    }
  }
}

resource "helm_release" "efs_storage_class" {
  name        = "efs-sc-${substr(sha256(jsonencode(local.efs_storage_class_storage_class)), 0, 8)}"
  chart       = "${path.module}/charts/efs-storage-class"
  namespace   = "kube-system"
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
      for item in fileset("${path.module}/charts/efs-storage-class", "**") : item => filesha256(
        "${path.module}/charts/efs-storage-class/${item}"
      )
    }))
    storageClass = local.efs_storage_class_storage_class
    annotations = {
      "clockwork-codex.github.io/cluster-name" = var.cluster_name
    }
    isDefaultClass = false
    labels         = {}
    mountOptions   = []
  })])

  depends_on = [helm_release.efs_driver, aws_efs_mount_target.efs_file_system_mount_target]
}

resource "helm_release" "s3_driver" {
  name             = "aws-mountpoint-s3-csi-driver"
  repository       = "https://awslabs.github.io/mountpoint-s3-csi-driver"
  chart            = "aws-mountpoint-s3-csi-driver"
  version          = "2.7.0"
  namespace        = "kube-system"
  create_namespace = true

  # A failed install is rolled back, so that the next apply does not find its
  # name in use.
  atomic = true

  max_history = 10

  # The chart updates its daemon set one node at a time. At half a minute
  # each, half an hour does for sixty nodes.
  timeout = 1800

  wait   = true
  values = []
}

# The driver does not provision
# (https://github.com/awslabs/mountpoint-s3-csi-driver/issues/125), so a pool
# of volumes waits for claims. They are named after this id: a volume's source
# is immutable, so another source needs other volumes. Replacing it replaces
# the volumes that no claim is bound to.
resource "terraform_data" "s3_storage_class_pool" {
  triggers_replace = {
    namespace     = "kube-system"
    storage_class = local.s3_storage_class_storage_class
    volume_source = local.s3_storage_class_volume_source
  }
}

resource "helm_release" "s3_storage_class" {
  name        = "s3-mountpoint-${substr(sha256(jsonencode(local.s3_storage_class_storage_class)), 0, 8)}"
  chart       = "${path.module}/charts/s3-mountpoint-storage-class"
  namespace   = "kube-system"
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
  values = concat(
    compact([yamlencode({
      chartDigest = sha256(jsonencode({
        for item in fileset("${path.module}/charts/s3-mountpoint-storage-class", "**") : item => filesha256(
          "${path.module}/charts/s3-mountpoint-storage-class/${item}"
        )
      }))
      storageClass   = local.s3_storage_class_storage_class
      annotations    = {}
      isDefaultClass = false
      keeper = {
        enabled  = true
        image    = "public.ecr.aws/amazonlinux/amazonlinux:2023.12.20260706.1"
        schedule = "* * * * *"
      }
      labels = {}
      volumes = {
        accessModes = ["ReadWriteMany", "ReadWriteOnce"]
        capacity    = "1Pi"
        count       = 64
        csi         = local.s3_storage_class_volume_source
        # Without allow-other and these modes only root could use the volumes:
        # what guards the bucket is IAM, and who may make claims.
        mountOptions = [
          "allow-delete",
          "allow-other",
          "allow-overwrite",
          "dir-mode 0777",
          "file-mode 0666",
          "region ${var.aws_region}",
        ]
        pool = terraform_data.s3_storage_class_pool.id
      }
    })]),
    [yamlencode({
      volumes = {
        # The volumes are named after this, too, which stays as it is until
        # the release is installed anew. Helm takes over volumes of the same
        # names that are still being deleted, and they would vanish
        # afterwards.
        install = uuid()
      }
    })]
  )

  lifecycle {
    ignore_changes = [values[1]]
  }

  depends_on = [helm_release.s3_driver]
}
