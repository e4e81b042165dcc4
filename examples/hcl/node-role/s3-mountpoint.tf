module "s3_mountpoint_driver_identity" {
  source = "../../../modules/csi/s3-mountpoint-driver-identity"

  cluster_arn = data.aws_eks_cluster.this.arn
  bucket_arns = ["arn:${data.aws_partition.current.partition}:s3:::${var.bucket_name}"]
  role_names  = [aws_iam_role.node.name]
}

module "s3_mountpoint" {
  source = "../../../modules/csi/s3-mountpoint"

  aws_region  = var.region
  bucket_name = var.bucket_name

  depends_on = [
    aws_eks_node_group.this,
    module.s3_mountpoint_driver_identity,
  ]
}
