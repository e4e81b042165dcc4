output "storage_class_names" {
  description = "The StorageClass of each team."
  value       = { for team, class in module.team : team => class.storage_class_name }
}
