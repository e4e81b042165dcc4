# Code generated from csi. DO NOT EDIT.

output "file_system_id" {
  description = "ID of the S3 Files file system."
  value       = aws_s3files_file_system.s3_files_file_system.id
  depends_on  = [aws_s3files_mount_target.s3_files_file_system_mount_target]
}

output "storage_class_name" {
  description = "Registered StorageClass."
  value       = "s3-files"
  depends_on  = [helm_release.s3_files_storage_class]
}
