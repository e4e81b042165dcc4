resource "aws_iam_role" "s3" {
  name_prefix        = "s3-csi-"
  description        = "Mountpoint for Amazon S3 CSI driver of ${var.cluster_name}."
  assume_role_policy = local.trust_policies["s3-csi-driver-sa"]
}

module "s3_mountpoint_driver_identity" {
  source = "../../../modules/csi/s3-mountpoint-driver-identity"

  cluster_arn = data.aws_eks_cluster.this.arn
  bucket_arns = ["arn:${data.aws_partition.current.partition}:s3:::${var.bucket_name}"]
  role_names  = [aws_iam_role.s3.name]
}

module "s3_mountpoint_driver" {
  source = "../../../modules/csi/s3-mountpoint-driver"

  namespace = local.namespace
  role_arn  = aws_iam_role.s3.arn

  depends_on = [module.s3_mountpoint_driver_identity]
}

module "s3_mountpoint_storage_class" {
  source = "../../../modules/csi/s3-mountpoint-storage-class"

  aws_region  = var.region
  bucket_name = var.bucket_name
  namespace   = module.s3_mountpoint_driver.namespace
}
