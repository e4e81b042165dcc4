module "s3_mountpoint_driver_identity" {
  source = "../../../modules/csi/s3-mountpoint-driver-identity"

  cluster_arn = data.aws_eks_cluster.this.arn
  bucket_arns = [
    "arn:${data.aws_partition.current.partition}:s3:::${var.bucket_name}",
    "arn:${data.aws_partition.current.partition}:s3:::${var.results_bucket_name}",
  ]
}

module "s3_mountpoint_driver" {
  source = "../../../modules/csi/s3-mountpoint-driver"

  # The driver's pods start when the association has taken effect.
  depends_on = [module.s3_mountpoint_driver_identity]
}

module "datasets" {
  source = "../../../modules/csi/s3-mountpoint-storage-class"

  aws_region         = var.region
  bucket_name        = var.bucket_name
  storage_class_name = "datasets"
  read_only          = true

  depends_on = [module.s3_mountpoint_driver]
}

module "results" {
  source = "../../../modules/csi/s3-mountpoint-storage-class"

  aws_region         = var.region
  bucket_name        = var.results_bucket_name
  storage_class_name = "results"

  depends_on = [module.s3_mountpoint_driver]
}
