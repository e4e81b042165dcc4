module "s3_mountpoint_driver_identity" {
  source = "../../../modules/csi/s3-mountpoint-driver-identity"

  cluster_arn = data.aws_eks_cluster.this.arn
  bucket_arns = [
    "arn:${data.aws_partition.current.partition}:s3:::${var.bucket_name}",
    "arn:${data.aws_partition.current.partition}:s3:::${var.datasets_bucket_name}",
  ]
}

# The driver, and the bucket that pods write to.
module "s3_mountpoint" {
  source = "../../../modules/csi/s3-mountpoint"

  aws_region  = var.region
  bucket_name = var.bucket_name

  # The driver's pods start when the association has taken effect.
  depends_on = [module.s3_mountpoint_driver_identity]
}

# A second bucket: one more class, by the same driver.
module "datasets" {
  source = "../../../modules/csi/s3-mountpoint-storage-class"

  aws_region         = var.region
  bucket_name        = var.datasets_bucket_name
  storage_class_name = "datasets"
  read_only          = true

  # The class goes before its driver.
  depends_on = [module.s3_mountpoint]
}
