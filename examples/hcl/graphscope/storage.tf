# Versioned, private, over TLS alone.
module "storage" {
  source = "../usage/storage"

  bucket_prefix = "graphscope-"
}

# Datasets and checkpoints: large files, written once.
module "s3_mountpoint" {
  source = "../../../modules/csi/s3-mountpoint"

  aws_region         = var.region
  bucket_name        = module.storage.bucket_name
  storage_class_name = "s3-mountpoint"

  # A pod gets its role when it starts, so the association comes first, and a
  # driver becomes ready on a node only.
  depends_on = [
    aws_eks_addon.pod_identity_agent,
    aws_eks_node_group.engines,
    module.s3_mountpoint_driver_identity,
  ]
}

# Intermediate state and logs: files that many pods edit and append to.
module "efs" {
  source = "../../../modules/csi/efs"

  aws_region         = var.region
  cluster_name       = var.cluster_name
  subnet_ids         = aws_subnet.private[*].id
  security_group_id  = aws_security_group.efs.id
  storage_class_name = "efs-sc"

  # Charts before 3.0.6 do not know Pod Identity.
  helm_chart_version = "3.4.1"

  depends_on = [
    aws_eks_addon.pod_identity_agent,
    aws_eks_node_group.engines,
    module.efs_driver_identity,
  ]
}
