# Code generated from csi/efs-storage-class. DO NOT EDIT.

output "storage_class_name" {
  description = "Registered StorageClass."
  value       = var.storage_class_name
  depends_on  = [helm_release.this]
}
