module "s3_files_file_system" {
  source = "../../../modules/csi/s3-files-file-system"

  aws_region         = var.region
  cluster_arn        = data.aws_eks_cluster.this.arn
  bucket_arn         = local.bucket_arn
  subnet_ids         = var.subnet_ids
  security_group_ids = [aws_security_group.nfs.id]
}

module "s3_files_storage_class" {
  source = "../../../modules/csi/s3-files-storage-class"

  file_system_id = module.s3_files_file_system.file_system_id

  # The class goes before its driver.
  depends_on = [module.efs_driver]
}
