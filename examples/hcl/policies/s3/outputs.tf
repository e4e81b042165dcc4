output "json" {
  description = "The policy document."
  value       = jsonencode(local.policy)
}
