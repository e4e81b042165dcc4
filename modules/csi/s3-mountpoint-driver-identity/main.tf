# Code generated from csi/s3-mountpoint-driver-identity. DO NOT EDIT.

locals {
  # A cluster's ARN is arn:partition:eks:region:account:cluster/name.
  cluster = {
    name       = split("/", var.cluster_arn)[1]
    partition  = split(":", var.cluster_arn)[1]
    region     = split(":", var.cluster_arn)[3]
    account_id = split(":", var.cluster_arn)[4]
  }

  account_ids = coalescelist(var.bucket_account_ids, [local.cluster.account_id])
  role_names  = concat(aws_iam_role.this[*].name, var.role_names)
}

resource "aws_iam_role" "this" {
  count = length(var.role_names) == 0 ? 1 : 0

  # Only pods of the one service account, in this cluster, get the role.
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Principal = {
        Service = "pods.eks.amazonaws.com"
      }
      Action = ["sts:AssumeRole", "sts:TagSession"]
      Condition = {
        StringEquals = {
          "aws:RequestTag/eks-cluster-arn"            = var.cluster_arn
          "aws:RequestTag/kubernetes-namespace"       = var.namespace
          "aws:RequestTag/kubernetes-service-account" = var.service_account_name
        }
      }
    }]
  })

  description          = "Mountpoint for Amazon S3 in ${local.cluster.name}."
  name_prefix          = "s3-csi-"
  permissions_boundary = var.permissions_boundary_arn
}

resource "aws_iam_role_policy" "this" {
  count = length(local.role_names)

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      [
        {
          Sid      = "ListObjects"
          Effect   = "Allow"
          Action   = "s3:ListBucket"
          Resource = var.bucket_arns
          Condition = {
            StringEquals = {
              "aws:ResourceAccount" = local.account_ids
            }
          }
        },
        {
          Sid    = "UseObjects"
          Effect = "Allow"
          Action = (
            var.read_only
            ? ["s3:GetObject"]
            : ["s3:AbortMultipartUpload", "s3:DeleteObject", "s3:GetObject", "s3:PutObject"]
          )
          Resource = [for item in var.bucket_arns : "${item}/*"]
          Condition = {
            StringEquals = {
              "aws:ResourceAccount" = local.account_ids
            }
          }
        },
        {
          Sid      = "UseDirectoryBuckets"
          Effect   = "Allow"
          Action   = "s3express:CreateSession"
          Resource = var.bucket_arns
          Condition = {
            StringEquals = {
              for key, value in {
                "aws:ResourceAccount"   = local.account_ids
                "s3express:SessionMode" = var.read_only ? "ReadOnly" : null
              } : key => value if value != null
            }
          }
        },
      ],
      [
        for item in var.kms_key_arns : {
          Effect   = "Allow"
          Action   = ["kms:Decrypt", "kms:GenerateDataKey"]
          Resource = item
        }
      ]
    )
  })

  role = local.role_names[count.index]
}

resource "aws_eks_pod_identity_association" "this" {
  count = length(aws_iam_role.this)

  region          = var.aws_region
  namespace       = var.namespace
  cluster_name    = local.cluster.name
  role_arn        = aws_iam_role.this[0].arn
  service_account = var.service_account_name
}

# EKS gives a pod its role when it starts, and an association takes effect
# some seconds after it is made: a pod that starts before that stays without
# (https://docs.aws.amazon.com/eks/latest/APIReference/API_CreatePodIdentityAssociation.html).
resource "time_sleep" "this" {
  count = length(aws_eks_pod_identity_association.this)

  create_duration = "30s"

  triggers = {
    (var.service_account_name) = aws_eks_pod_identity_association.this[0].association_id
  }

  depends_on = [aws_iam_role_policy.this]
}
