# Code generated from csi/efs-file-system. DO NOT EDIT.

output "dns_name" {
  description = "DNS name of the file system, in the VPC of its mount targets."
  value       = aws_efs_file_system.this.dns_name
  depends_on  = [aws_efs_mount_target.this]
}

output "file_system_arn" {
  description = "ARN of the file system, for policies."
  value       = aws_efs_file_system.this.arn
  depends_on  = [aws_efs_mount_target.this]
}

output "file_system_id" {
  description = "ID of the created EFS instance."
  value       = aws_efs_file_system.this.id
  depends_on  = [aws_efs_mount_target.this]
}

output "mount_target_ids" {
  description = "IDs of the mount targets, by the key of each subnet."
  value       = { for key, value in aws_efs_mount_target.this : key => value.id }
  depends_on  = [aws_efs_mount_target.this]
}
