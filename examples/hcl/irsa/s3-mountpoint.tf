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

module "s3_mountpoint_driver" {
  source = "../../../modules/csi/s3-mountpoint-driver"

  namespace = local.namespace
  role_arn  = aws_iam_role.s3.arn

  depends_on = [aws_iam_role_policy.s3]
}

module "s3_mountpoint_storage_class" {
  source = "../../../modules/csi/s3-mountpoint-storage-class"

  aws_region  = var.region
  bucket_name = var.bucket_name
  namespace   = module.s3_mountpoint_driver.namespace
}
