module "efs" {
  source = "../../../modules/csi/efs"

  aws_region         = var.region
  cluster_name       = var.cluster_name
  subnet_ids         = module.network.private_subnets
  security_group_id  = module.network.security_group_id
  storage_class_name = "efs-sc"
}
