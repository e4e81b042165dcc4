# Code generated from csi/s3-files-driver-identity. DO NOT EDIT.

locals {
  # A cluster's ARN is arn:partition:eks:region:account:cluster/name.
  cluster = {
    name       = split("/", var.cluster_arn)[1]
    partition  = split(":", var.cluster_arn)[1]
    region     = split(":", var.cluster_arn)[3]
    account_id = split(":", var.cluster_arn)[4]
  }
}

resource "aws_iam_role" "controller" {
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

  description = "Controller of the EFS CSI driver of ${local.cluster.name}, for S3 Files."
  name_prefix = "s3-files-controller-"
}

resource "aws_iam_role_policy" "controller" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "List"
        Effect   = "Allow"
        Action   = ["s3files:ListAccessPoints", "s3files:ListFileSystems"]
        Resource = "*"
      },
      {
        Sid      = "CreateAccessPoints"
        Effect   = "Allow"
        Action   = "s3files:CreateAccessPoint"
        Resource = var.file_system_arns
        Condition = {
          StringEquals = {
            "aws:RequestTag/efs.csi.aws.com/cluster" = "true"
          }
        }
      },
      {
        Sid    = "TagNewAccessPoints"
        Effect = "Allow"
        Action = "s3files:TagResource"
        Resource = concat(var.file_system_arns, [
          for item in var.file_system_arns : "${item}/access-point/*"
        ])
        Condition = {
          StringEquals = {
            "aws:RequestTag/efs.csi.aws.com/cluster" = "true"
            "s3files:CreateAction"                   = "CreateAccessPoint"
          }
          "ForAllValues:StringEquals" = {
            "aws:TagKeys" = "efs.csi.aws.com/cluster"
          }
        }
      },
      {
        Sid      = "DeleteAccessPoints"
        Effect   = "Allow"
        Action   = "s3files:DeleteAccessPoint"
        Resource = [for item in var.file_system_arns : "${item}/access-point/*"]
        Condition = {
          StringEquals = {
            "aws:ResourceTag/efs.csi.aws.com/cluster" = "true"
          }
        }
      },
    ]
  })

  role = aws_iam_role.controller.name
}

resource "aws_eks_pod_identity_association" "controller" {
  region          = var.aws_region
  namespace       = var.namespace
  cluster_name    = local.cluster.name
  role_arn        = aws_iam_role.controller.arn
  service_account = "efs-csi-controller-sa"
}

resource "aws_iam_role" "node" {
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
          "aws:RequestTag/kubernetes-service-account" = "efs-csi-node-sa"
        }
      }
    }]
  })

  description = "Node pods of the EFS CSI driver of ${local.cluster.name}, for S3 Files."
  name_prefix = "s3-files-node-"
}

resource "aws_iam_role_policy" "node" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      [
        {
          Sid      = "Mount"
          Effect   = "Allow"
          Action   = ["s3files:ClientMount", "s3files:ClientWrite"]
          Resource = var.file_system_arns
          Condition = {
            StringLike = {
              "s3files:AccessPointArn" = [
                for item in var.file_system_arns : "${item}/access-point/*"
              ]
            }
          }
        },
        # AWS's page on the driver does not ask for this. Who measured found
        # no mount without it.
        {
          Sid      = "Describe"
          Effect   = "Allow"
          Action   = "s3files:GetFileSystem"
          Resource = var.file_system_arns
        },
      ],
      [
        for item in var.bucket_arns : {
          Effect   = "Allow"
          Action   = "s3:ListBucket"
          Resource = item
          Condition = {
            StringEquals = {
              "aws:ResourceAccount" = local.cluster.account_id
            }
          }
        }
      ],
      [
        for item in var.bucket_arns : {
          Effect   = "Allow"
          Action   = ["s3:GetObject", "s3:GetObjectVersion"]
          Resource = "${item}/*"
          Condition = {
            StringEquals = {
              "aws:ResourceAccount" = local.cluster.account_id
            }
          }
        }
      ],
      [
        for item in var.bucket_kms_key_arns : {
          Effect   = "Allow"
          Action   = "kms:Decrypt"
          Resource = item
        }
      ]
    )
  })

  role = aws_iam_role.node.name
}

resource "aws_eks_pod_identity_association" "node" {
  region          = var.aws_region
  namespace       = var.namespace
  cluster_name    = local.cluster.name
  role_arn        = aws_iam_role.node.arn
  service_account = "efs-csi-node-sa"
}

# EKS gives a pod its role when it starts, and an association takes effect
# some seconds after it is made: a pod that starts before that stays without
# (https://docs.aws.amazon.com/eks/latest/APIReference/API_CreatePodIdentityAssociation.html).
resource "time_sleep" "this" {
  create_duration = "30s"

  triggers = {
    "efs-csi-controller-sa" = aws_eks_pod_identity_association.controller.association_id
    "efs-csi-node-sa"       = aws_eks_pod_identity_association.node.association_id
  }

  depends_on = [aws_iam_role_policy.controller, aws_iam_role_policy.node]
}
