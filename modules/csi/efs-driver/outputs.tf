# Code generated from csi/efs-driver. DO NOT EDIT.

output "controller_service_account_name" {
  description = "Service account that makes access points: the one that needs AWS permissions."
  value       = "efs-csi-controller-sa"
  depends_on  = [helm_release.this]
}

output "namespace" {
  description = "Kubernetes namespace of the driver."
  value       = var.namespace
  depends_on  = [helm_release.this]
}

output "node_service_account_name" {
  description = "Service account that mounts."
  value       = "efs-csi-node-sa"
  depends_on  = [helm_release.this]
}
