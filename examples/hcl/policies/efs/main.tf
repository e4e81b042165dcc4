# What the EFS CSI driver's controller may do: make access points on one file
# system, and delete those that drivers made. The same as modules/csi/efs-driver-identity
# has, without a role.

data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

locals {
  account_id  = data.aws_caller_identity.current.account_id
  arn_prefix  = "arn:${data.aws_partition.current.partition}:elasticfilesystem:${var.aws_region}:${local.account_id}"
  file_system = "${local.arn_prefix}:file-system/${var.file_system_id}"

  # The ARN of an access point does not hold its file system. The tag tells
  # those of drivers from all others.
  access_points = "${local.arn_prefix}:access-point/*"
  driver_tag    = "efs.csi.aws.com/cluster"

  policy = {
    Version = "2012-10-17"
    Statement = [
      {
        Sid    = "Describe"
        Effect = "Allow"
        Action = [
          "elasticfilesystem:DescribeAccessPoints",
          "elasticfilesystem:DescribeFileSystems",
          "elasticfilesystem:DescribeMountTargets",
        ]
        Resource = [local.file_system, local.access_points]
        Condition = {
          StringEquals = {
            "aws:ResourceAccount" = local.account_id
          }
        }
      },
      {
        Sid      = "CreateAccessPoints"
        Effect   = "Allow"
        Action   = "elasticfilesystem:CreateAccessPoint"
        Resource = [local.file_system]
        Condition = {
          StringEquals = {
            "aws:ResourceAccount"                = local.account_id
            "aws:RequestTag/${local.driver_tag}" = "true"
          }
        }
      },
      {
        Sid      = "TagNewAccessPoints"
        Effect   = "Allow"
        Action   = "elasticfilesystem:TagResource"
        Resource = [local.file_system, local.access_points]
        Condition = {
          StringEquals = {
            "aws:ResourceAccount"                = local.account_id
            "aws:RequestTag/${local.driver_tag}" = "true"
            "elasticfilesystem:CreateAction"     = "CreateAccessPoint"
          }
          "ForAllValues:StringEquals" = {
            "aws:TagKeys" = [local.driver_tag, "${local.driver_tag}-name"]
          }
        }
      },
      {
        Sid      = "DeleteAccessPoints"
        Effect   = "Allow"
        Action   = "elasticfilesystem:DeleteAccessPoint"
        Resource = local.access_points
        Condition = {
          StringEquals = {
            "aws:ResourceAccount"                 = local.account_id
            "aws:ResourceTag/${local.driver_tag}" = "true"
          }
        }
      },
    ]
  }
}
