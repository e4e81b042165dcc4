# Code generated from csi/s3-files-file-system. DO NOT EDIT.

output "file_system_arn" {
  description = "ARN of the file system, for policies."
  value       = aws_s3files_file_system.this.arn
  depends_on  = [aws_s3files_mount_target.this]
}

output "file_system_id" {
  description = "ID of the S3 Files file system."
  value       = aws_s3files_file_system.this.id
  depends_on  = [aws_s3files_mount_target.this]
}
