# Code generated from csi. DO NOT EDIT.

output "file_system_id" {
  description = "ID of the created EFS instance."
  value       = aws_efs_file_system.efs_file_system.id
  depends_on  = [aws_efs_mount_target.efs_file_system_mount_target]
}

output "storage_class_name" {
  description = "Registered StorageClass."
  value       = "efs-sc"
  depends_on  = [helm_release.efs_storage_class]
}
