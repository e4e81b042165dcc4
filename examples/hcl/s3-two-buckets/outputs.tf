output "storage_class_names" {
  description = "StorageClasses of the two buckets."
  value       = [module.s3_mountpoint.storage_class_name, module.datasets.storage_class_name]
}
