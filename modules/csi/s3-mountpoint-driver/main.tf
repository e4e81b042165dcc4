# Code generated from csi/s3-mountpoint-driver. DO NOT EDIT.

resource "helm_release" "this" {
  name       = "aws-mountpoint-s3-csi-driver"
  repository = can(regex("^(https|oci)://", var.chart_repository)) ? var.chart_repository : null

  chart = (
    can(regex("^(https|oci)://", var.chart_repository))
    ? "aws-mountpoint-s3-csi-driver"
    : var.chart_repository
  )

  version          = can(regex("^(https|oci)://", var.chart_repository)) ? var.helm_chart_version : null
  namespace        = var.namespace
  create_namespace = true

  # A failed install is rolled back, so that the next apply does not find its
  # name in use.
  atomic = true

  max_history = 10

  # The chart updates its daemon set one node at a time. At half a minute
  # each, half an hour does for sixty nodes.
  timeout = var.timeout

  wait = true

  values = concat(
    [
      for item in compact([var.role_arn]) : yamlencode({
        node = {
          serviceAccount = {
            annotations = {
              "eks.amazonaws.com/role-arn" = item
            }
          }
        }
      })
    ],
    var.values
  )
}
