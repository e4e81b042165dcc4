# Code generated from csi/s3-files. DO NOT EDIT.

output "file_system_id" {
  description = "ID of the S3 Files file system."
  value       = aws_s3files_file_system.this.id
  depends_on  = [aws_s3files_mount_target.this]
}

output "storage_class_name" {
  description = "Registered StorageClass."
  value       = var.storage_class_name
  depends_on  = [helm_release.storage_class]
}
