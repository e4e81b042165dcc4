# Code generated from csi/s3-mountpoint-driver-identity. DO NOT EDIT.

output "associations" {
  description = "ID of the association by its service account, known when it has taken effect."
  value       = time_sleep.this.triggers
}

output "policy_json" {
  description = "The policy of the role, as JSON: for whoever attaches it elsewhere."
  value       = aws_iam_role_policy.this.policy
  depends_on  = [time_sleep.this]
}

output "role_arn" {
  description = "ARN of the role."
  value       = aws_iam_role.this.arn
  depends_on  = [time_sleep.this]
}
