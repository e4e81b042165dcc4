module "s3_files_driver_identity" {
  source = "../../../modules/csi/s3-files-driver-identity"

  aws_region       = var.region
  cluster_arn      = data.aws_eks_cluster.this.arn
  file_system_arns = [module.s3_files_file_system.file_system_arn]
  bucket_arns      = [local.bucket_arn]
}

# What the controller needs for EFS, too.
resource "aws_iam_role_policy_attachment" "efs" {
  role       = module.s3_files_driver_identity.controller_role_name
  policy_arn = "arn:${data.aws_partition.current.partition}:iam::aws:policy/service-role/AmazonEFSCSIDriverPolicy"
}

module "efs_driver" {
  source = "../../../modules/csi/efs-driver"

  # For S3 Files.
  helm_chart_version = "4.4.1"

  # The driver's pods start when the associations have taken effect.
  depends_on = [
    aws_iam_role_policy_attachment.efs,
    module.s3_files_driver_identity,
  ]
}
