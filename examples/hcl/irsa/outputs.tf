# Whoever waits for a class waits until the driver's pods are being restarted
# with the role; mounts before that are tried again.

output "efs_storage_class_name" {
  description = "StorageClass for shared POSIX storage."
  value       = module.efs.storage_class_name

  depends_on = [
    aws_iam_role_policy.efs,
    kubernetes_annotations.efs_controller,
  ]
}

output "file_system_id" {
  description = "ID of the EFS file system."
  value       = module.efs.file_system_id
}

output "s3_storage_class_name" {
  description = "StorageClass for the bucket."
  value       = module.s3_mountpoint.storage_class_name

  depends_on = [
    aws_iam_role_policy.s3,
    kubernetes_annotations.s3_node,
  ]
}
