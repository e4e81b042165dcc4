output "bucket_name" {
  description = "Bucket of datasets and checkpoints."
  value       = module.storage.bucket_name
}

output "cluster_name" {
  description = "Name of the cluster, for `aws eks update-kubeconfig`."
  value       = aws_eks_cluster.this.name
}

output "efs_storage_class_name" {
  description = "StorageClass for intermediate state and logs."
  value       = module.efs.storage_class_name
}

output "s3_storage_class_name" {
  description = "StorageClass for datasets and checkpoints."
  value       = module.s3_mountpoint.storage_class_name
}
