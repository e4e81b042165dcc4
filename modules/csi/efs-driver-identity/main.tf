# Code generated from csi/efs-driver-identity. DO NOT EDIT.

locals {
  # A cluster's ARN is arn:partition:eks:region:account:cluster/name.
  cluster = {
    name       = split("/", var.cluster_arn)[1]
    partition  = split(":", var.cluster_arn)[1]
    region     = split(":", var.cluster_arn)[3]
    account_id = split(":", var.cluster_arn)[4]
  }

  arn_prefix   = "arn:${local.cluster.partition}:elasticfilesystem:${local.cluster.region}:${local.cluster.account_id}"
  file_systems = coalescelist(var.file_system_arns, ["${local.arn_prefix}:file-system/*"])
  role_names   = concat(aws_iam_role.this[*].name, var.role_names)
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
          "aws:RequestTag/kubernetes-service-account" = "efs-csi-controller-sa"
        }
      }
    }]
  })

  description          = "Amazon EFS CSI driver of ${local.cluster.name}."
  name_prefix          = "efs-csi-"
  permissions_boundary = var.permissions_boundary_arn
}

resource "aws_iam_role_policy" "this" {
  count = length(local.role_names)

  policy = jsonencode({
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
        Resource = concat(local.file_systems, ["${local.arn_prefix}:access-point/*"])
        Condition = {
          StringEquals = {
            "aws:ResourceAccount" = local.cluster.account_id
          }
        }
      },
      {
        Sid      = "CreateAccessPoints"
        Effect   = "Allow"
        Action   = "elasticfilesystem:CreateAccessPoint"
        Resource = local.file_systems
        Condition = {
          StringEquals = {
            for key, value in {
              "aws:ResourceAccount"                    = local.cluster.account_id
              "aws:RequestTag/efs.csi.aws.com/cluster" = "true"
              "aws:RequestTag/efs.csi.aws.com/cluster-name" = (
                var.own_access_points_only
                ? local.cluster.name
                : null
              )
              "aws:ResourceTag/kubernetes.io/cluster/${local.cluster.name}" = (
                length(var.file_system_arns) == 0
                ? ["owned", "shared"]
                : null
              )
            } : key => value if value != null
          }
        }
      },
      {
        Sid      = "TagNewAccessPoints"
        Effect   = "Allow"
        Action   = "elasticfilesystem:TagResource"
        Resource = concat(local.file_systems, ["${local.arn_prefix}:access-point/*"])
        Condition = {
          StringEquals = {
            for key, value in {
              "aws:ResourceAccount"                    = local.cluster.account_id
              "aws:RequestTag/efs.csi.aws.com/cluster" = "true"
              "aws:RequestTag/efs.csi.aws.com/cluster-name" = (
                var.own_access_points_only
                ? local.cluster.name
                : null
              )
              "elasticfilesystem:CreateAction" = "CreateAccessPoint"
            } : key => value if value != null
          }
          "ForAllValues:StringEquals" = {
            "aws:TagKeys" = ["efs.csi.aws.com/cluster", "efs.csi.aws.com/cluster-name"]
          }
        }
      },
      # The ARN of an access point does not hold its file system. The tag
      # tells those of drivers from all others.
      {
        Sid      = "DeleteAccessPoints"
        Effect   = "Allow"
        Action   = "elasticfilesystem:DeleteAccessPoint"
        Resource = "${local.arn_prefix}:access-point/*"
        Condition = {
          StringEquals = {
            for key, value in {
              "aws:ResourceAccount"                     = local.cluster.account_id
              "aws:ResourceTag/efs.csi.aws.com/cluster" = "true"
              "aws:ResourceTag/efs.csi.aws.com/cluster-name" = (
                var.own_access_points_only
                ? local.cluster.name
                : null
              )
            } : key => value if value != null
          }
        }
      },
    ]
  })

  role = local.role_names[count.index]
}

resource "aws_eks_pod_identity_association" "this" {
  count = length(aws_iam_role.this)

  region          = var.aws_region
  namespace       = var.namespace
  cluster_name    = local.cluster.name
  role_arn        = aws_iam_role.this[0].arn
  service_account = "efs-csi-controller-sa"
}

# EKS gives a pod its role when it starts, and an association takes effect
# some seconds after it is made: a pod that starts before that stays without
# (https://docs.aws.amazon.com/eks/latest/APIReference/API_CreatePodIdentityAssociation.html).
resource "time_sleep" "this" {
  count = length(aws_eks_pod_identity_association.this)

  create_duration = "30s"

  triggers = {
    "efs-csi-controller-sa" = aws_eks_pod_identity_association.this[0].association_id
  }

  depends_on = [aws_iam_role_policy.this]
}
