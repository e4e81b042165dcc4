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

resource "aws_eks_pod_identity_association" "efs" {
  cluster_name    = var.cluster_name
  namespace       = local.namespace
  service_account = "efs-csi-controller-sa"
  role_arn        = aws_iam_role.efs.arn
}

module "efs" {
  source = "../../../modules/csi/efs"

  aws_region        = var.region
  cluster_name      = var.cluster_name
  subnet_ids        = var.subnet_ids
  security_group_id = aws_security_group.efs.id
  namespace         = local.namespace

  # Charts before 3.0.6 do not know Pod Identity.
  helm_chart_version = "4.4.1"

  # The driver's pods start when the association has taken effect.
  depends_on = [time_sleep.associations]
}

module "efs_policy" {
  source = "../policies/efs"

  aws_region     = var.region
  file_system_id = module.efs.file_system_id
}

# Names the file system, so it can only come after the module. The driver
# tries again until it is there.
resource "aws_iam_role_policy" "efs" {
  name   = "one-file-system"
  role   = aws_iam_role.efs.name
  policy = module.efs_policy.json
}
