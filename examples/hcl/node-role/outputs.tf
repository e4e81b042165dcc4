output "efs_storage_class_name" {
  description = "StorageClass for shared POSIX storage."
  value       = module.efs.storage_class_name
}

output "file_system_id" {
  description = "ID of the EFS file system."
  value       = module.efs.file_system_id
}

output "s3_storage_class_name" {
  description = "StorageClass for the bucket."
  value       = module.s3_mountpoint.storage_class_name
}
