locals {
  # EKS gives it to the nodes of managed node groups, and lets them reach each other.
  security_group_ids = [data.aws_eks_cluster.this.vpc_config[0].cluster_security_group_id]
}

module "results" {
  source = "../../../modules/csi/efs-file-system"

  aws_region         = var.region
  cluster_name       = var.cluster_name
  subnet_ids         = var.subnet_ids
  security_group_ids = local.security_group_ids
  kms_key_id         = var.kms_key_arn
}

module "scratch" {
  source = "../../../modules/csi/efs-file-system"

  aws_region         = var.region
  cluster_name       = var.cluster_name
  subnet_ids         = var.subnet_ids
  security_group_ids = local.security_group_ids
  backup_enabled     = false
}

module "efs_driver_identity" {
  source = "../../../modules/csi/efs-driver-identity"

  cluster_arn      = data.aws_eks_cluster.this.arn
  file_system_arns = [module.results.file_system_arn, module.scratch.file_system_arn]
}

module "efs_driver" {
  source = "../../../modules/csi/efs-driver"

  # The driver's pods start when the association has taken effect.
  depends_on = [module.efs_driver_identity]
}

module "results_class" {
  source = "../../../modules/csi/efs-storage-class"

  file_system_id     = module.results.file_system_id
  storage_class_name = "results"

  depends_on = [module.efs_driver]
}

module "scratch_class" {
  source = "../../../modules/csi/efs-storage-class"

  file_system_id     = module.scratch.file_system_id
  storage_class_name = "scratch"

  depends_on = [module.efs_driver]
}
