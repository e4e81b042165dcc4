# Code generated from csi/efs-driver. DO NOT EDIT.

resource "helm_release" "this" {
  name       = "aws-efs-csi-driver"
  repository = can(regex("^(https|oci)://", var.chart_repository)) ? var.chart_repository : null

  chart = (
    can(regex("^(https|oci)://", var.chart_repository))
    ? "aws-efs-csi-driver"
    : var.chart_repository
  )

  version          = can(regex("^(https|oci)://", var.chart_repository)) ? var.helm_chart_version : null
  namespace        = var.namespace
  create_namespace = true

  # A failed install is rolled back, so that the next apply does not find its
  # name in use.
  atomic = true

  max_history = 10

  # More than Helm's five minutes: a daemon set rolls slowly over many nodes.
  timeout = var.timeout

  wait = true

  # The controller's two replicas use the host network and cannot share a
  # node: one of them may be missing, or a cluster of one node never becomes
  # ready (https://github.com/kubernetes-sigs/aws-efs-csi-driver/issues/728).
  # Charts up to 3.4.1 read updateStrategy, those from 4.0.1 on rollingUpdate.
  values = concat(
    [yamlencode({
      controller = {
        deleteAccessPointRootDir = false
        rollingUpdate = {
          maxSurge       = 0
          maxUnavailable = 1
        }
        serviceAccount = {
          annotations = {
            for key, value in {
              "eks.amazonaws.com/role-arn" = var.controller_role_arn
            } : key => value if value != null
          }
        }
        tags = {
          for key, value in {
            "efs.csi.aws.com/cluster-name" = var.cluster_name
          } : key => value if value != null
        }
        updateStrategy = {
          type = "RollingUpdate"
          rollingUpdate = {
            maxSurge       = 0
            maxUnavailable = 1
          }
        }
      }
      node = {
        rollingUpdate = {
          maxUnavailable = "10%"
        }
        serviceAccount = {
          annotations = {
            for key, value in {
              "eks.amazonaws.com/role-arn" = var.node_role_arn
            } : key => value if value != null
          }
        }
        updateStrategy = {
          type = "RollingUpdate"
          rollingUpdate = {
            maxUnavailable = "10%"
          }
        }
      }
    })],
    var.values
  )
}
