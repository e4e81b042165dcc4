# Code generated from csi. DO NOT EDIT.

output "storage_class_name" {
  description = "Name of the created class."
  value       = "s3-mountpoint"
  depends_on  = [helm_release.s3_storage_class]
}
