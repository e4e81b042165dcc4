output "private_subnets" {
  description = "IDs of the private subnets, one for each Availability Zone of the cluster."
  value       = aws_subnet.private[*].id
}

output "security_group_id" {
  description = "ID of the security group that lets the nodes reach EFS."
  value       = aws_security_group.efs.id
}
