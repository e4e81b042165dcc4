output "bucket_name" {
  description = "Name of the bucket."
  value       = aws_s3_bucket.datasets.bucket
}

output "file_system_id" {
  description = "ID of the S3 Files file system."
  value       = module.s3_files.file_system_id
}

output "storage_class_name" {
  description = "StorageClass on the bucket."
  value       = module.s3_files.storage_class_name
}
