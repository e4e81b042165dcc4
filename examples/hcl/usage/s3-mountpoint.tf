module "s3_mountpoint" {
  source = "../../../modules/csi/s3-mountpoint"

  aws_region         = var.region
  bucket_name        = module.storage.bucket_name
  storage_class_name = "s3-mountpoint"
}
