resource "aws_iam_role" "s3" {
  name_prefix        = "s3-csi-"
  description        = "Mountpoint for Amazon S3 CSI driver of ${var.cluster_name}."
  assume_role_policy = local.trust_policies["s3-csi-driver-sa"]
}

module "s3_policy" {
  source = "../policies/s3"

  bucket_name = var.bucket_name
}

resource "aws_iam_role_policy" "s3" {
  name   = "one-bucket"
  role   = aws_iam_role.s3.name
  policy = module.s3_policy.json
}

module "s3_mountpoint" {
  source = "../../../modules/csi/s3-mountpoint"

  aws_region  = var.region
  bucket_name = var.bucket_name
  namespace   = local.namespace
}

# See efs.tf: the role is written to the service account, and the pods that
# were started before are restarted.
resource "kubernetes_annotations" "s3_service_account" {
  api_version = "v1"
  kind        = "ServiceAccount"

  metadata {
    name      = "s3-csi-driver-sa"
    namespace = local.namespace
  }

  annotations = {
    "eks.amazonaws.com/role-arn" = aws_iam_role.s3.arn
  }

  depends_on = [module.s3_mountpoint]
}

resource "kubernetes_annotations" "s3_node" {
  api_version = "apps/v1"
  kind        = "DaemonSet"

  metadata {
    name      = "s3-csi-node"
    namespace = local.namespace
  }

  template_annotations = {
    "eks.amazonaws.com/role-arn" = kubernetes_annotations.s3_service_account.annotations["eks.amazonaws.com/role-arn"]
  }
}
