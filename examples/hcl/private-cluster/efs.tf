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

module "efs_file_system" {
  source = "../../../modules/csi/efs-file-system"

  aws_region         = var.region
  cluster_name       = var.cluster_name
  subnet_ids         = var.subnet_ids
  security_group_ids = [aws_security_group.efs.id]
}

# The tag that the driver gives its access points keeps it from those of others.
module "efs_driver_identity" {
  source = "../../../modules/csi/efs-driver-identity"

  cluster_arn            = data.aws_eks_cluster.this.arn
  file_system_arns       = [module.efs_file_system.file_system_arn]
  own_access_points_only = true
}

locals {
  # Each image under its own name, and the tag that the chart has for it.
  efs_driver = {
    image = {
      repository = "${local.images}/efs-csi-driver/amazon/aws-efs-csi-driver"
    }
    sidecars = {
      csiProvisioner = {
        image = {
          repository = "${local.images}/csi-components/csi-provisioner"
        }
      }
      livenessProbe = {
        image = {
          repository = "${local.images}/csi-components/livenessprobe"
        }
      }
      nodeDriverRegistrar = {
        image = {
          repository = "${local.images}/csi-components/csi-node-driver-registrar"
        }
      }
    }
    controller = {
      env = local.proxy

      # In place of the chart's: nodes that are set apart for the system.
      tolerations = [
        { key = "CriticalAddonsOnly", operator = "Exists" },
        { key = "efs.csi.aws.com/agent-not-ready", operator = "Exists" },
        { key = "dedicated", operator = "Equal", value = "system", effect = "NoSchedule" },
      ]
    }
    node = {
      env = local.proxy
    }
  }

  proxy = [
    for name, value in { HTTPS_PROXY = var.https_proxy, NO_PROXY = var.no_proxy } :
    { name = name, value = value } if var.https_proxy != null
  ]
}

module "efs_driver" {
  source = "../../../modules/csi/efs-driver"

  chart_repository = local.charts
  cluster_name     = var.cluster_name
  values           = [yamlencode(local.efs_driver)]

  # The driver's pods start when the association has taken effect, and the
  # endpoints are there.
  depends_on = [
    aws_vpc_endpoint.interface,
    module.efs_driver_identity,
  ]
}

module "efs_storage_class" {
  source = "../../../modules/csi/efs-storage-class"

  file_system_id = module.efs_file_system.file_system_id
  namespace      = module.efs_driver.namespace
}
