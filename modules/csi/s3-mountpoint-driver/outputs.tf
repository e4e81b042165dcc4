# Code generated from csi/s3-mountpoint-driver. DO NOT EDIT.

output "namespace" {
  description = "Kubernetes namespace of the driver."
  value       = var.namespace
  depends_on  = [helm_release.this]
}

output "service_account_name" {
  description = "Service account that reads and writes the buckets: the one that needs AWS permissions."
  value       = "s3-csi-driver-sa"
  depends_on  = [helm_release.this]
}
