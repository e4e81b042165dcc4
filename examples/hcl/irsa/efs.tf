resource "aws_security_group" "efs" {
  name_prefix = "${var.cluster_name}-efs-"
  description = "Mount targets of EFS."
  vpc_id      = data.aws_eks_cluster.this.vpc_config[0].vpc_id
}

# EKS gives this security group to the nodes of managed node groups.
resource "aws_vpc_security_group_ingress_rule" "nfs" {
  security_group_id            = aws_security_group.efs.id
  description                  = "NFS from the nodes."
  referenced_security_group_id = data.aws_eks_cluster.this.vpc_config[0].cluster_security_group_id
  from_port                    = 2049
  to_port                      = 2049
  ip_protocol                  = "tcp"
}

resource "aws_iam_role" "efs" {
  name_prefix        = "efs-csi-"
  description        = "EFS CSI driver of ${var.cluster_name}."
  assume_role_policy = local.trust_policies["efs-csi-controller-sa"]
}

module "efs_file_system" {
  source = "../../../modules/csi/efs-file-system"

  aws_region         = var.region
  cluster_name       = var.cluster_name
  subnet_ids         = var.subnet_ids
  security_group_ids = [aws_security_group.efs.id]
}

module "efs_driver_identity" {
  source = "../../../modules/csi/efs-driver-identity"

  cluster_arn      = data.aws_eks_cluster.this.arn
  file_system_arns = [module.efs_file_system.file_system_arn]
  role_names       = [aws_iam_role.efs.name]
}

module "efs_driver" {
  source = "../../../modules/csi/efs-driver"

  namespace           = local.namespace
  controller_role_arn = aws_iam_role.efs.arn

  depends_on = [module.efs_driver_identity]
}

module "efs_storage_class" {
  source = "../../../modules/csi/efs-storage-class"

  file_system_id = module.efs_file_system.file_system_id
  namespace      = module.efs_driver.namespace
}
