# What Mountpoint may do: read, write and delete the objects of one bucket. The
# same as modules/csi/s3-mountpoint-driver-identity has, without a role. A bucket
# that is encrypted with a KMS key needs kms:Decrypt and kms:GenerateDataKey on
# that key too.

data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

locals {
  bucket = "arn:${data.aws_partition.current.partition}:s3:::${var.bucket_name}"

  # The name of a bucket does not tell whose it is.
  own_account = {
    StringEquals = {
      "aws:ResourceAccount" = [data.aws_caller_identity.current.account_id]
    }
  }

  policy = {
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "ListObjects"
        Effect    = "Allow"
        Action    = "s3:ListBucket"
        Resource  = [local.bucket]
        Condition = local.own_account
      },
      {
        Sid    = "UseObjects"
        Effect = "Allow"
        Action = [
          "s3:AbortMultipartUpload",
          "s3:DeleteObject",
          "s3:GetObject",
          "s3:PutObject",
        ]
        Resource  = ["${local.bucket}/*"]
        Condition = local.own_account
      },
      {
        Sid       = "UseDirectoryBuckets"
        Effect    = "Allow"
        Action    = "s3express:CreateSession"
        Resource  = [local.bucket]
        Condition = local.own_account
      },
    ]
  }
}
