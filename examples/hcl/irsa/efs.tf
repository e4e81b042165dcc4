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

module "efs" {
  source = "../../../modules/csi/efs"

  aws_region        = var.region
  cluster_name      = var.cluster_name
  subnet_ids        = var.subnet_ids
  security_group_id = aws_security_group.efs.id
  namespace         = local.namespace
}

module "efs_policy" {
  source = "../policies/efs"

  aws_region     = var.region
  file_system_id = module.efs.file_system_id
}

resource "aws_iam_role_policy" "efs" {
  name   = "one-file-system"
  role   = aws_iam_role.efs.name
  policy = module.efs_policy.json
}

# The chart makes the service account, so the role is written to it afterwards.
# Helm keeps annotations that are not its own.
resource "kubernetes_annotations" "efs_service_account" {
  api_version = "v1"
  kind        = "ServiceAccount"

  metadata {
    name      = "efs-csi-controller-sa"
    namespace = local.namespace
  }

  annotations = {
    "eks.amazonaws.com/role-arn" = aws_iam_role.efs.arn
  }

  depends_on = [module.efs]
}

# A pod gets the role when it starts, and those of the driver were started
# before: a changed template restarts them.
resource "kubernetes_annotations" "efs_controller" {
  api_version = "apps/v1"
  kind        = "Deployment"

  metadata {
    name      = "efs-csi-controller"
    namespace = local.namespace
  }

  template_annotations = {
    "eks.amazonaws.com/role-arn" = kubernetes_annotations.efs_service_account.annotations["eks.amazonaws.com/role-arn"]
  }
}
