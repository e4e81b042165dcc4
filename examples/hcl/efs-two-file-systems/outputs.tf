output "storage_class_names" {
  description = "StorageClasses of the two file systems."
  value       = [module.results_class.storage_class_name, module.scratch_class.storage_class_name]
}
