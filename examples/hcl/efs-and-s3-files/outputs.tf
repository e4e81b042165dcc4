output "efs_storage_class_name" {
  description = "StorageClass for shared POSIX storage."
  value       = module.efs_storage_class.storage_class_name
}

output "file_system_id" {
  description = "ID of the EFS file system."
  value       = module.efs_file_system.file_system_id
}

output "s3_files_storage_class_name" {
  description = "StorageClass on the bucket."
  value       = module.s3_files_storage_class.storage_class_name
}
