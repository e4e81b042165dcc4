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

# For the file systems that are tagged for the cluster, as the module's is.
module "efs_driver_identity" {
  source = "../../../modules/csi/efs-driver-identity"

  cluster_arn = data.aws_eks_cluster.this.arn
}

module "efs" {
  source = "../../../modules/csi/efs"

  aws_region        = var.region
  cluster_name      = var.cluster_name
  subnet_ids        = var.subnet_ids
  security_group_id = aws_security_group.efs.id

  # Charts before 3.0.6 do not know Pod Identity.
  helm_chart_version = "3.4.1"

  # The driver's pods start when the association has taken effect.
  depends_on = [module.efs_driver_identity]
}
