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

resource "aws_eks_pod_identity_association" "s3" {
  cluster_name    = var.cluster_name
  namespace       = local.namespace
  service_account = "s3-csi-driver-sa"
  role_arn        = aws_iam_role.s3.arn
}

module "s3_mountpoint" {
  source = "../../../modules/csi/s3-mountpoint"

  aws_region  = var.region
  bucket_name = var.bucket_name
  namespace   = local.namespace

  # The driver's pods start when the association has taken effect.
  depends_on = [
    aws_iam_role_policy.s3,
    time_sleep.associations,
  ]
}
