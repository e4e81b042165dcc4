# Code generated from csi/efs-driver-identity. DO NOT EDIT.

output "associations" {
  description = "ID of the association by its service account, known when it has taken effect; none with roles of your own."
  value       = one(time_sleep.this[*].triggers)
}

output "policy_json" {
  description = "The policy, as JSON."
  value       = aws_iam_role_policy.this[0].policy
  depends_on  = [time_sleep.this]
}

output "role_arn" {
  description = "ARN of the new role; none with roles of your own."
  value       = one(aws_iam_role.this[*].arn)
  depends_on  = [time_sleep.this]
}
