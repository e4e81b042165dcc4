# Code generated from csi. DO NOT EDIT.

locals {
  # A cluster's ARN is arn:partition:eks:region:account:cluster/name.
  s3_files_file_system_cluster = {
    name       = split("/", var.cluster_arn)[1]
    partition  = split(":", var.cluster_arn)[1]
    region     = split(":", var.cluster_arn)[3]
    account_id = split(":", var.cluster_arn)[4]
  }

  # What Kubernetes holds immutable in a StorageClass. Its digest is part of
  # the release's name: a change replaces the release instead of failing to
  # update it.
  s3_files_storage_class_storage_class = {
    name        = "s3-files"
    provisioner = "efs.csi.aws.com"
    parameters = {
      directoryPerms   = "700"
      fileSystemId     = aws_s3files_file_system.s3_files_file_system.id
      provisioningMode = "s3files-ap"
    }
    reclaimPolicy     = "Delete"
    volumeBindingMode = "Immediate"
  }
}

resource "aws_iam_role" "s3_files_file_system_service" {
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
          "aws:SourceAccount" = local.s3_files_file_system_cluster.account_id
        }
        ArnLike = {
          "aws:SourceArn" = "arn:${local.s3_files_file_system_cluster.partition}:s3files:${var.aws_region}:${local.s3_files_file_system_cluster.account_id}:file-system/*"
        }
      }
    }]
  })

  description = "S3 Files of ${local.s3_files_file_system_cluster.name}."
  name_prefix = "s3-files-"
}

resource "aws_iam_role_policy" "s3_files_file_system_service" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "ListObjects"
        Effect   = "Allow"
        Action   = ["s3:ListBucket", "s3:ListBucketVersions"]
        Resource = var.bucket_arn
        Condition = {
          StringEquals = {
            "aws:ResourceAccount" = local.s3_files_file_system_cluster.account_id
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
            "aws:ResourceAccount" = local.s3_files_file_system_cluster.account_id
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
        Resource = "arn:${local.s3_files_file_system_cluster.partition}:events:${var.aws_region}:${local.s3_files_file_system_cluster.account_id}:rule/DO-NOT-DELETE-S3-Files*"
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
        Resource = "arn:${local.s3_files_file_system_cluster.partition}:events:${var.aws_region}:${local.s3_files_file_system_cluster.account_id}:rule/*"
      },
    ]
  })

  role = aws_iam_role.s3_files_file_system_service.name
}

resource "aws_s3files_file_system" "s3_files_file_system" {
  region   = var.aws_region
  bucket   = var.bucket_arn
  role_arn = aws_iam_role.s3_files_file_system_service.arn

  # Shared, not owned: tools that tear a cluster down delete what it owns.
  tags = {
    Name                                                               = local.s3_files_file_system_cluster.name
    "kubernetes.io/cluster/${local.s3_files_file_system_cluster.name}" = "shared"
  }

  depends_on = [aws_iam_role_policy.s3_files_file_system_service]
}

resource "aws_s3files_file_system_policy" "s3_files_file_system_policy" {
  region         = var.aws_region
  file_system_id = aws_s3files_file_system.s3_files_file_system.id

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
        Resource = aws_s3files_file_system.s3_files_file_system.arn
        Condition = {
          StringNotLike = {
            "s3files:AccessPointArn" = "${aws_s3files_file_system.s3_files_file_system.arn}/access-point/*"
          }
        }
      },
    ]
  })
}

resource "aws_s3files_synchronization_configuration" "s3_files_file_system_synchronization" {
  region         = var.aws_region
  file_system_id = aws_s3files_file_system.s3_files_file_system.id

  import_data_rule {
    prefix         = ""
    size_less_than = 131072
    trigger        = "ON_DIRECTORY_FIRST_ACCESS"
  }

  expiration_data_rule {
    days_after_last_access = 30
  }
}

resource "aws_s3files_mount_target" "s3_files_file_system_mount_target" {
  for_each = var.subnet_ids

  region          = var.aws_region
  file_system_id  = aws_s3files_file_system.s3_files_file_system.id
  subnet_id       = each.value
  security_groups = var.security_group_ids

  depends_on = [
    aws_s3files_file_system_policy.s3_files_file_system_policy,
    aws_s3files_synchronization_configuration.s3_files_file_system_synchronization,
  ]
}

resource "aws_iam_role" "s3_files_identity_controller" {
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
          "aws:RequestTag/kubernetes-namespace"       = "kube-system"
          "aws:RequestTag/kubernetes-service-account" = "efs-csi-controller-sa"
        }
      }
    }]
  })

  description = "Controller of the EFS CSI driver of ${local.s3_files_file_system_cluster.name}, for S3 Files."
  name_prefix = "s3-files-controller-"
}

resource "aws_iam_role_policy" "s3_files_identity_controller" {
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
        Resource = [aws_s3files_file_system.s3_files_file_system.arn]
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
        Resource = [
          aws_s3files_file_system.s3_files_file_system.arn,
          "${aws_s3files_file_system.s3_files_file_system.arn}/access-point/*",
        ]
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
        Resource = ["${aws_s3files_file_system.s3_files_file_system.arn}/access-point/*"]
        Condition = {
          StringEquals = {
            "aws:ResourceTag/efs.csi.aws.com/cluster" = "true"
          }
        }
      },
    ]
  })

  role = aws_iam_role.s3_files_identity_controller.name
}

resource "aws_eks_pod_identity_association" "s3_files_identity_controller" {
  region          = var.aws_region
  namespace       = "kube-system"
  cluster_name    = local.s3_files_file_system_cluster.name
  role_arn        = aws_iam_role.s3_files_identity_controller.arn
  service_account = "efs-csi-controller-sa"
}

resource "aws_iam_role" "s3_files_identity_node" {
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
          "aws:RequestTag/kubernetes-namespace"       = "kube-system"
          "aws:RequestTag/kubernetes-service-account" = "efs-csi-node-sa"
        }
      }
    }]
  })

  description = "Node pods of the EFS CSI driver of ${local.s3_files_file_system_cluster.name}, for S3 Files."
  name_prefix = "s3-files-node-"
}

resource "aws_iam_role_policy" "s3_files_identity_node" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "Mount"
        Effect   = "Allow"
        Action   = ["s3files:ClientMount", "s3files:ClientWrite"]
        Resource = [aws_s3files_file_system.s3_files_file_system.arn]
        Condition = {
          StringLike = {
            "s3files:AccessPointArn" = [
              "${aws_s3files_file_system.s3_files_file_system.arn}/access-point/*",
            ]
          }
        }
      },
      # AWS's page on the driver does not ask for this. Who measured found no
      # mount without it.
      {
        Sid      = "Describe"
        Effect   = "Allow"
        Action   = "s3files:GetFileSystem"
        Resource = [aws_s3files_file_system.s3_files_file_system.arn]
      },
      {
        Effect   = "Allow"
        Action   = "s3:ListBucket"
        Resource = var.bucket_arn
        Condition = {
          StringEquals = {
            "aws:ResourceAccount" = local.s3_files_file_system_cluster.account_id
          }
        }
      },
      {
        Effect   = "Allow"
        Action   = ["s3:GetObject", "s3:GetObjectVersion"]
        Resource = "${var.bucket_arn}/*"
        Condition = {
          StringEquals = {
            "aws:ResourceAccount" = local.s3_files_file_system_cluster.account_id
          }
        }
      },
    ]
  })

  role = aws_iam_role.s3_files_identity_node.name
}

resource "aws_eks_pod_identity_association" "s3_files_identity_node" {
  region          = var.aws_region
  namespace       = "kube-system"
  cluster_name    = local.s3_files_file_system_cluster.name
  role_arn        = aws_iam_role.s3_files_identity_node.arn
  service_account = "efs-csi-node-sa"
}

# EKS gives a pod its role when it starts, and an association takes effect
# some seconds after it is made: a pod that starts before that stays without
# (https://docs.aws.amazon.com/eks/latest/APIReference/API_CreatePodIdentityAssociation.html).
resource "time_sleep" "s3_files_identity_effective" {
  create_duration = "30s"

  triggers = {
    "efs-csi-controller-sa" = aws_eks_pod_identity_association.s3_files_identity_controller.association_id
    "efs-csi-node-sa"       = aws_eks_pod_identity_association.s3_files_identity_node.association_id
  }

  depends_on = [
    aws_iam_role_policy.s3_files_identity_controller,
    aws_iam_role_policy.s3_files_identity_node,
  ]
}

resource "helm_release" "s3_files_driver" {
  name             = "aws-efs-csi-driver"
  repository       = "https://kubernetes-sigs.github.io/aws-efs-csi-driver"
  chart            = "aws-efs-csi-driver"
  version          = "4.4.1"
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

  depends_on = [time_sleep.s3_files_identity_effective]
}

resource "helm_release" "s3_files_storage_class" {
  name        = "s3-files-${substr(sha256(jsonencode(local.s3_files_storage_class_storage_class)), 0, 8)}"
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
    storageClass   = local.s3_files_storage_class_storage_class
    annotations    = {}
    isDefaultClass = false
    labels         = {}
    mountOptions   = []
  })])

  depends_on = [
    helm_release.s3_files_driver,
    aws_s3files_mount_target.s3_files_file_system_mount_target,
  ]
}
