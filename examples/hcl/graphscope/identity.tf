# For the file systems that are tagged for the cluster, as the module's is.
module "efs_driver_identity" {
  source = "../../../modules/csi/efs-driver-identity"

  cluster_arn = aws_eks_cluster.this.arn
}

module "s3_mountpoint_driver_identity" {
  source = "../../../modules/csi/s3-mountpoint-driver-identity"

  cluster_arn = aws_eks_cluster.this.arn
  bucket_arns = [module.storage.bucket_arn]
}
