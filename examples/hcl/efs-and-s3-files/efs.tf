module "efs_file_system" {
  source = "../../../modules/csi/efs-file-system"

  aws_region         = var.region
  cluster_name       = var.cluster_name
  subnet_ids         = var.subnet_ids
  security_group_ids = [aws_security_group.nfs.id]
}

module "efs_storage_class" {
  source = "../../../modules/csi/efs-storage-class"

  file_system_id = module.efs_file_system.file_system_id

  # The class goes before its driver.
  depends_on = [module.efs_driver]
}
