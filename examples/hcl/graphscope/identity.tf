locals {
  # Where both modules install their drivers.
  namespace = "kube-system"

  # The drivers' service accounts.
  drivers = {
    efs = "efs-csi-controller-sa"
    s3  = "s3-csi-driver-sa"
  }
}

# Only pods of the one service account, in this cluster, get the role.
resource "aws_iam_role" "driver" {
  for_each = local.drivers

  name_prefix = "graphscope-${each.key}-"

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
          "aws:RequestTag/eks-cluster-arn"            = aws_eks_cluster.this.arn
          "aws:RequestTag/kubernetes-namespace"       = local.namespace
          "aws:RequestTag/kubernetes-service-account" = each.value
        }
      }
    }]
  })
}

resource "aws_eks_pod_identity_association" "driver" {
  for_each = local.drivers

  cluster_name    = aws_eks_cluster.this.name
  namespace       = local.namespace
  service_account = each.value
  role_arn        = aws_iam_role.driver[each.key].arn
}

module "efs_policy" {
  source = "../policies/efs"

  aws_region     = var.region
  file_system_id = module.efs.file_system_id
}

module "s3_policy" {
  source = "../policies/s3"

  bucket_name = aws_s3_bucket.this.bucket
}

# Names the file system, so it can only come after the module. The driver
# tries again until it is there.
resource "aws_iam_role_policy" "efs" {
  name   = "one-file-system"
  role   = aws_iam_role.driver["efs"].name
  policy = module.efs_policy.json
}

resource "aws_iam_role_policy" "s3" {
  name   = "one-bucket"
  role   = aws_iam_role.driver["s3"].name
  policy = module.s3_policy.json
}
