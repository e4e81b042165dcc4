locals {
  bucket_arn = "arn:${data.aws_partition.current.partition}:s3:::${var.bucket_name}"
}

resource "aws_iam_role" "team" {
  for_each = var.teams

  name_prefix = "s3-${each.key}-"
  description = "The prefix ${each.key}/ of ${var.bucket_name}, for pods of ${var.cluster_name}."

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = ["sts:AssumeRole", "sts:TagSession"]
      Principal = { Service = "pods.eks.amazonaws.com" }
      Condition = {
        StringEquals = {
          "aws:RequestTag/eks-cluster-arn"            = data.aws_eks_cluster.this.arn
          "aws:RequestTag/kubernetes-namespace"       = each.key
          "aws:RequestTag/kubernetes-service-account" = "storage"
        }
      }
    }]
  })
}

# The fence: what is outside of the prefix is refused, whatever a pod mounts.
resource "aws_iam_role_policy" "team" {
  for_each = var.teams

  name_prefix = "s3-"
  role        = aws_iam_role.team[each.key].name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "s3:ListBucket"
        Resource = local.bucket_arn
        Condition = {
          StringEquals = { "aws:ResourceAccount" = data.aws_caller_identity.current.account_id }
          StringLike   = { "s3:prefix" = "${each.key}/*" }
        }
      },
      {
        Effect   = "Allow"
        Action   = ["s3:AbortMultipartUpload", "s3:DeleteObject", "s3:GetObject", "s3:PutObject"]
        Resource = "${local.bucket_arn}/${each.key}/*"
        Condition = {
          StringEquals = { "aws:ResourceAccount" = data.aws_caller_identity.current.account_id }
        }
      },
    ]
  })
}

# The service account `storage` in the team's namespace.
resource "aws_eks_pod_identity_association" "team" {
  for_each = var.teams

  cluster_name    = var.cluster_name
  namespace       = each.key
  service_account = "storage"
  role_arn        = aws_iam_role.team[each.key].arn
}
