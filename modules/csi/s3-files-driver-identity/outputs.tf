# Code generated from csi/s3-files-driver-identity. DO NOT EDIT.

output "associations" {
  description = "IDs of the associations by their service accounts, known when they have taken effect."
  value       = time_sleep.this.triggers
}

output "controller_policy_json" {
  description = "The policy of the controller's role, as JSON: for whoever attaches it elsewhere."
  value       = aws_iam_role_policy.controller.policy
  depends_on  = [time_sleep.this]
}

output "controller_role_name" {
  description = "Name of the controller's role, for further policies."
  value       = aws_iam_role.controller.name
  depends_on  = [time_sleep.this]
}

output "node_policy_json" {
  description = "The policy of the node pods' role, as JSON: for whoever attaches it elsewhere."
  value       = aws_iam_role_policy.node.policy
  depends_on  = [time_sleep.this]
}

output "node_role_name" {
  description = "Name of the node pods' role, for further policies."
  value       = aws_iam_role.node.name
  depends_on  = [time_sleep.this]
}
