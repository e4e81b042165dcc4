# Code generated from csi/s3-files-file-system. DO NOT EDIT.

locals {
  # A cluster's ARN is arn:partition:eks:region:account:cluster/name.
  cluster = {
    name       = split("/", var.cluster_arn)[1]
    partition  = split(":", var.cluster_arn)[1]
    region     = split(":", var.cluster_arn)[3]
    account_id = split(":", var.cluster_arn)[4]
  }
}

resource "aws_iam_role" "this" {
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      # S3 Files goes by the name of EFS
      # (https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-files-prereq-policies.html).
      Principal = {
        Service = "elasticfilesystem.amazonaws.com"
      }
      Action = "sts:AssumeRole"
      Condition = {
        StringEquals = {
          "aws:SourceAccount" = local.cluster.account_id
        }
        ArnLike = {
          "aws:SourceArn" = "arn:${local.cluster.partition}:s3files:${var.aws_region}:${local.cluster.account_id}:file-system/*"
        }
      }
    }]
  })

  description = "S3 Files of ${local.cluster.name}."
  name_prefix = "s3-files-"
}

resource "aws_iam_role_policy" "this" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      [
        {
          Sid      = "ListObjects"
          Effect   = "Allow"
          Action   = ["s3:ListBucket", "s3:ListBucketVersions"]
          Resource = var.bucket_arn
          Condition = {
            StringEquals = {
              "aws:ResourceAccount" = local.cluster.account_id
            }
          }
        },
        {
          Sid    = "ReadAndWriteObjects"
          Effect = "Allow"
          Action = [
            "s3:AbortMultipartUpload",
            "s3:DeleteObject*",
            "s3:GetObject*",
            "s3:List*",
            "s3:PutObject*",
          ]
          Resource = "${var.bucket_arn}/*"
          Condition = {
            StringEquals = {
              "aws:ResourceAccount" = local.cluster.account_id
            }
          }
        },
        # S3 Files makes rules of its own to be told of changes in the bucket.
        {
          Sid    = "ManageOwnRules"
          Effect = "Allow"
          Action = [
            "events:DeleteRule",
            "events:DisableRule",
            "events:EnableRule",
            "events:PutRule",
            "events:PutTargets",
            "events:RemoveTargets",
          ]
          Resource = "arn:${local.cluster.partition}:events:${var.aws_region}:${local.cluster.account_id}:rule/DO-NOT-DELETE-S3-Files*"
          Condition = {
            StringEquals = {
              "events:ManagedBy" = "elasticfilesystem.amazonaws.com"
            }
          }
        },
        {
          Sid    = "ReadRules"
          Effect = "Allow"
          Action = [
            "events:DescribeRule",
            "events:ListRuleNamesByTarget",
            "events:ListRules",
            "events:ListTargetsByRule",
          ]
          Resource = "arn:${local.cluster.partition}:events:${var.aws_region}:${local.cluster.account_id}:rule/*"
        },
      ],
      [
        for item in var.bucket_kms_key_arns : {
          Effect = "Allow"
          Action = [
            "kms:Decrypt",
            "kms:Encrypt",
            "kms:GenerateDataKey",
            "kms:ReEncryptFrom",
            "kms:ReEncryptTo",
          ]
          Resource = item
          Condition = {
            StringLike = {
              "kms:ViaService"                   = "s3.${var.aws_region}.*"
              "kms:EncryptionContext:aws:s3:arn" = [var.bucket_arn, "${var.bucket_arn}/*"]
            }
          }
        }
      ]
    )
  })

  role = aws_iam_role.this.name
}

resource "aws_s3files_file_system" "this" {
  region     = var.aws_region
  bucket     = var.bucket_arn
  prefix     = var.prefix
  kms_key_id = var.kms_key_arn
  role_arn   = aws_iam_role.this.arn

  # Shared, not owned: tools that tear a cluster down delete what it owns.
  tags = merge(var.tags, {
    Name                                          = local.cluster.name
    "kubernetes.io/cluster/${local.cluster.name}" = "shared"
  })

  depends_on = [aws_iam_role_policy.this]
}

resource "aws_s3files_file_system_policy" "this" {
  region         = var.aws_region
  file_system_id = aws_s3files_file_system.this.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      # Whoever may mount by an IAM policy may do so by an access point only.
      # A request without one has no such key, which a negated operator
      # matches
      # (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html).
      {
        Sid    = "DenyOutsideAccessPoints"
        Effect = "Deny"
        Principal = {
          AWS = "*"
        }
        Action   = "s3files:Client*"
        Resource = aws_s3files_file_system.this.arn
        Condition = {
          StringNotLike = {
            "s3files:AccessPointArn" = "${aws_s3files_file_system.this.arn}/access-point/*"
          }
        }
      },
    ]
  })
}

resource "aws_s3files_synchronization_configuration" "this" {
  region         = var.aws_region
  file_system_id = aws_s3files_file_system.this.id

  import_data_rule {
    prefix         = ""
    size_less_than = var.import_size_less_than
    trigger        = var.import_trigger
  }

  expiration_data_rule {
    days_after_last_access = var.days_after_last_access
  }
}

resource "aws_s3files_mount_target" "this" {
  for_each = var.subnet_ids

  region          = var.aws_region
  file_system_id  = aws_s3files_file_system.this.id
  subnet_id       = each.value
  security_groups = var.security_group_ids

  depends_on = [aws_s3files_file_system_policy.this, aws_s3files_synchronization_configuration.this]
}
