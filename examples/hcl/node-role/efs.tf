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

# For file systems that are tagged for the cluster, as that of the module is.
module "efs_driver_identity" {
  source = "../../../modules/csi/efs-driver-identity"

  cluster_arn = data.aws_eks_cluster.this.arn
  role_names  = [aws_iam_role.node.name]
}

# The default chart, 2.4.5, needs the nodes' role: do not give its service
# account a Pod Identity association, over which it would lose the role.
module "efs" {
  source = "../../../modules/csi/efs"

  aws_region        = var.region
  cluster_name      = var.cluster_name
  subnet_ids        = var.subnet_ids
  security_group_id = aws_security_group.efs.id

  # The driver becomes ready on a node only.
  depends_on = [
    aws_eks_node_group.this,
    module.efs_driver_identity,
  ]
}
