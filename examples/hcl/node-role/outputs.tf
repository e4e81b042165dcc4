output "efs_storage_class_name" {
  description = "StorageClass for shared POSIX storage."
  value       = module.efs.storage_class_name

  # Whoever waits for the class waits for the driver's permissions too.
  depends_on = [aws_iam_role_policy.efs]
}

output "file_system_id" {
  description = "ID of the EFS file system."
  value       = module.efs.file_system_id
}

output "s3_storage_class_name" {
  description = "StorageClass for the bucket."
  value       = module.s3_mountpoint.storage_class_name
}
