# Code generated from csi/efs. DO NOT EDIT.

output "file_system_id" {
  description = "ID of the created EFS instance."
  value       = aws_efs_file_system.this.id
  depends_on  = [aws_efs_mount_target.this]
}

output "storage_class_name" {
  description = "Registered StorageClass."
  value       = var.storage_class_name
  depends_on  = [helm_release.storage_class]
}
