# What Mountpoint may do: read, write and delete the objects of one bucket. A
# bucket that is encrypted with a KMS key needs kms:Decrypt and
# kms:GenerateDataKey on that key too; a directory bucket needs
# s3express:CreateSession instead of all this.

data "aws_partition" "current" {}

locals {
  bucket = "arn:${data.aws_partition.current.partition}:s3:::${var.bucket_name}"

  policy = {
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "ListObjects"
        Effect   = "Allow"
        Action   = "s3:ListBucket"
        Resource = local.bucket
      },
      {
        Sid    = "ReadAndWriteObjects"
        Effect = "Allow"
        Action = [
          "s3:AbortMultipartUpload",
          "s3:DeleteObject",
          "s3:GetObject",
          "s3:PutObject",
        ]
        Resource = "${local.bucket}/*"
      },
    ]
  }
}
