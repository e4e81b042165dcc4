# Code generated from csi/s3-files-storage-class. DO NOT EDIT.

output "storage_class_name" {
  description = "Registered StorageClass."
  value       = var.storage_class_name
  depends_on  = [helm_release.this]
}
