module "s3_mountpoint_driver_identity" {
  source = "../../../modules/csi/s3-mountpoint-driver-identity"

  cluster_arn = data.aws_eks_cluster.this.arn
  bucket_arns = ["arn:${data.aws_partition.current.partition}:s3:::${var.bucket_name}"]
}

module "s3_mountpoint_driver" {
  source = "../../../modules/csi/s3-mountpoint-driver"

  # The driver's pods start when the association has taken effect.
  depends_on = [module.s3_mountpoint_driver_identity]
}

module "s3_mountpoint_storage_class" {
  source = "../../../modules/csi/s3-mountpoint-storage-class"

  aws_region  = var.region
  bucket_name = var.bucket_name

  # The class goes before its driver.
  depends_on = [module.s3_mountpoint_driver]
}
