# Code generated from csi/s3-files. DO NOT EDIT.

locals {
  # A cluster's ARN is arn:partition:eks:region:account:cluster/name.
  cluster = {
    name       = split("/", var.cluster_arn)[1]
    partition  = split(":", var.cluster_arn)[1]
    region     = split(":", var.cluster_arn)[3]
    account_id = split(":", var.cluster_arn)[4]
  }

  # What Kubernetes holds immutable in a StorageClass. Its digest is part of
  # the release's name: a change replaces the release instead of failing to
  # update it.
  storage_class = {
    name        = var.storage_class_name
    provisioner = "efs.csi.aws.com"
    parameters = {
      directoryPerms   = "700"
      fileSystemId     = aws_s3files_file_system.this.id
      provisioningMode = "s3files-ap"
    }
    reclaimPolicy     = "Delete"
    volumeBindingMode = "Immediate"
  }
}

resource "aws_iam_role" "service" {
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

resource "aws_iam_role_policy" "service" {
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

  role = aws_iam_role.service.name
}

resource "aws_s3files_file_system" "this" {
  region   = var.aws_region
  bucket   = var.bucket_arn
  prefix   = var.prefix
  role_arn = aws_iam_role.service.arn

  # Shared, not owned: tools that tear a cluster down delete what it owns.
  tags = {
    Name                                          = local.cluster.name
    "kubernetes.io/cluster/${local.cluster.name}" = "shared"
  }

  depends_on = [aws_iam_role_policy.service]
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
    size_less_than = 131072
    trigger        = "ON_DIRECTORY_FIRST_ACCESS"
  }

  expiration_data_rule {
    days_after_last_access = 30
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
        Resource = [aws_s3files_file_system.this.arn]
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
          aws_s3files_file_system.this.arn,
          "${aws_s3files_file_system.this.arn}/access-point/*",
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
        Resource = ["${aws_s3files_file_system.this.arn}/access-point/*"]
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
          Resource = [aws_s3files_file_system.this.arn]
          Condition = {
            StringLike = {
              "s3files:AccessPointArn" = ["${aws_s3files_file_system.this.arn}/access-point/*"]
            }
          }
        },
        # AWS's page on the driver does not ask for this. Who measured found
        # no mount without it.
        {
          Sid      = "Describe"
          Effect   = "Allow"
          Action   = "s3files:GetFileSystem"
          Resource = [aws_s3files_file_system.this.arn]
        },
        {
          Effect   = "Allow"
          Action   = "s3:ListBucket"
          Resource = var.bucket_arn
          Condition = {
            StringEquals = {
              "aws:ResourceAccount" = local.cluster.account_id
            }
          }
        },
        {
          Effect   = "Allow"
          Action   = ["s3:GetObject", "s3:GetObjectVersion"]
          Resource = "${var.bucket_arn}/*"
          Condition = {
            StringEquals = {
              "aws:ResourceAccount" = local.cluster.account_id
            }
          }
        },
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

resource "helm_release" "driver" {
  name             = "aws-efs-csi-driver"
  repository       = "https://kubernetes-sigs.github.io/aws-efs-csi-driver"
  chart            = "aws-efs-csi-driver"
  version          = var.helm_chart_version
  namespace        = var.namespace
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

  depends_on = [time_sleep.this]
}

resource "helm_release" "storage_class" {
  name = join("-", [
    trim(substr(var.storage_class_name, 0, 44), "-."),
    substr(sha256(jsonencode(local.storage_class)), 0, 8),
  ])

  chart       = "${path.module}/chart"
  namespace   = var.namespace
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
      for item in fileset("${path.module}/chart", "**") : item => filesha256(
        "${path.module}/chart/${item}"
      )
    }))
    storageClass   = local.storage_class
    annotations    = {}
    isDefaultClass = false
    labels         = {}
    mountOptions   = []
  })])

  depends_on = [helm_release.driver, aws_s3files_mount_target.this]
}
