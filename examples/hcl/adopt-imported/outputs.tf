output "file_system_id" {
  description = "ID of the EFS file system, the same as before."
  value       = module.efs.file_system_id
}

output "storage_class_name" {
  description = "StorageClass for shared POSIX storage."
  value       = module.efs.storage_class_name
}
