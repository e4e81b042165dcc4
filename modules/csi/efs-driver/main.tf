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
        updateStrategy = {
          type = "RollingUpdate"
          rollingUpdate = {
            maxUnavailable = "10%"
          }
        }
      }
    })],
    [
      for item in compact([var.controller_role_arn]) : yamlencode({
        controller = {
          serviceAccount = {
            annotations = {
              "eks.amazonaws.com/role-arn" = item
            }
          }
        }
      })
    ],
    [
      for item in compact([var.node_role_arn]) : yamlencode({
        node = {
          serviceAccount = {
            annotations = {
              "eks.amazonaws.com/role-arn" = item
            }
          }
        }
      })
    ],
    [
      for item in compact([var.cluster_name]) : yamlencode({
        controller = {
          tags = {
            "efs.csi.aws.com/cluster-name" = item
          }
        }
      })
    ],
    var.values
  )
}
