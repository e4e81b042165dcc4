# Code generated from csi/s3-mountpoint-storage-class. DO NOT EDIT.

output "storage_class_name" {
  description = "Name of the created class."
  value       = var.storage_class_name
  depends_on  = [helm_release.this]
}
