# Code generated from csi/efs-file-system. DO NOT EDIT.

resource "aws_efs_file_system" "this" {
  region                          = var.aws_region
  encrypted                       = true
  kms_key_id                      = var.kms_key_id
  provisioned_throughput_in_mibps = var.provisioned_throughput_in_mibps
  throughput_mode                 = var.throughput_mode

  # Shared, not owned: tools that tear a cluster down delete what it owns.
  tags = merge(var.tags, {
    Name                                        = var.cluster_name
    "kubernetes.io/cluster/${var.cluster_name}" = "shared"
  })

  dynamic "lifecycle_policy" {
    for_each = {
      for key, value in {
        transition_to_archive               = var.transition_to_archive
        transition_to_ia                    = var.transition_to_ia
        transition_to_primary_storage_class = var.transition_to_primary_storage_class
      } : key => value if value != null
    }

    content {
      transition_to_archive = (
        lifecycle_policy.key == "transition_to_archive"
        ? lifecycle_policy.value
        : null
      )

      transition_to_ia = lifecycle_policy.key == "transition_to_ia" ? lifecycle_policy.value : null

      transition_to_primary_storage_class = (
        lifecycle_policy.key == "transition_to_primary_storage_class"
        ? lifecycle_policy.value
        : null
      )
    }
  }
}

resource "aws_efs_backup_policy" "this" {
  region         = var.aws_region
  file_system_id = aws_efs_file_system.this.id

  backup_policy {
    status = var.backup_enabled ? "ENABLED" : "DISABLED"
  }
}

# It replaces the default policy, which lets every client in. The driver
# mounts each claim by its access point, without signing
# (https://github.com/kubernetes-sigs/aws-efs-csi-driver/blob/v3.4.1/pkg/driver/node.go).
# An administrator mounts the root by an IAM policy of their own.
resource "aws_efs_file_system_policy" "this" {
  region         = var.aws_region
  file_system_id = aws_efs_file_system.this.id

  policy = (
    var.client_access == "file-system"
    ? jsonencode({
      Version = "2012-10-17"
      Statement = [
        {
          Sid    = "AllowClientsOfMountTargets"
          Effect = "Allow"
          Principal = {
            AWS = "*"
          }
          Action = [
            "elasticfilesystem:ClientMount",
            "elasticfilesystem:ClientRootAccess",
            "elasticfilesystem:ClientWrite",
          ]
          Resource = aws_efs_file_system.this.arn
          Condition = {
            Bool = {
              "elasticfilesystem:AccessedViaMountTarget" = "true"
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
    : jsonencode({
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
  )
}

resource "aws_efs_mount_target" "this" {
  for_each = var.subnet_ids

  region          = var.aws_region
  file_system_id  = aws_efs_file_system.this.id
  subnet_id       = each.value
  security_groups = var.security_group_ids

  depends_on = [aws_efs_file_system_policy.this]
}
