output "storage_class_names" {
  description = "StorageClasses of the two buckets."
  value       = [module.datasets.storage_class_name, module.results.storage_class_name]
}
