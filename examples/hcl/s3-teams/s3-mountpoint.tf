# Without permissions of its own: each mount has those of the pod that mounts.
module "s3_mountpoint_driver" {
  source = "../../../modules/csi/s3-mountpoint-driver"
}

module "team" {
  source   = "../../../modules/csi/s3-mountpoint-storage-class"
  for_each = var.teams

  aws_region            = var.region
  bucket_name           = var.bucket_name
  storage_class_name    = "s3-${each.key}"
  prefix                = "${each.key}/"
  authentication_source = "pod"
  volume_count          = 16

  depends_on = [module.s3_mountpoint_driver]
}
