module "s3_mountpoint_driver_identity" {
  source = "../../../modules/csi/s3-mountpoint-driver-identity"

  cluster_arn = data.aws_eks_cluster.this.arn
  bucket_arns = ["arn:${data.aws_partition.current.partition}:s3:::${var.bucket_name}"]
}

locals {
  s3_mountpoint_driver = {
    # Of Mountpoint's pods, too.
    image = {
      repository = "${local.images}/mountpoint-s3-csi-driver/aws-mountpoint-s3-csi-driver"
    }
    sidecars = {
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
    # Nodes that are set apart for the system. The controller tolerates nothing else.
    controller = {
      tolerations = [
        { key = "dedicated", operator = "Equal", value = "system", effect = "NoSchedule" },
      ]
    }
  }
}

module "s3_mountpoint_driver" {
  source = "../../../modules/csi/s3-mountpoint-driver"

  chart_repository = local.charts
  values           = [yamlencode(local.s3_mountpoint_driver)]

  # The driver's pods start when the association has taken effect, and the
  # endpoints are there.
  depends_on = [
    aws_vpc_endpoint.interface,
    aws_vpc_endpoint.s3,
    module.s3_mountpoint_driver_identity,
  ]
}

module "s3_mountpoint_storage_class" {
  source = "../../../modules/csi/s3-mountpoint-storage-class"

  aws_region   = var.region
  bucket_name  = var.bucket_name
  namespace    = module.s3_mountpoint_driver.namespace
  https_proxy  = var.https_proxy
  no_proxy     = var.https_proxy == null ? null : var.no_proxy
  keeper_image = "${local.images}/amazonlinux/amazonlinux:2023.12.20260706.1"
}
