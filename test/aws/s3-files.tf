# What a run adds to examples/hcl/node-role: a bucket as a file system, by the EFS driver that is there.

resource "aws_s3_bucket" "files" {
  bucket_prefix = "csi-test-aws-"

  # Nothing but the run's own files.
  force_destroy = true
}

resource "aws_s3_bucket_versioning" "files" {
  bucket = aws_s3_bucket.files.bucket

  versioning_configuration {
    status = "Enabled"
  }
}

module "s3_files_file_system" {
  source = "../../../modules/csi/s3-files-file-system"

  aws_region         = var.region
  cluster_arn        = data.aws_eks_cluster.this.arn
  bucket_arn         = aws_s3_bucket.files.arn
  subnet_ids         = { for index, id in var.subnet_ids : index => id }
  security_group_ids = [aws_security_group.efs.id]

  depends_on = [aws_s3_bucket_versioning.files]
}

module "s3_files_identity" {
  source = "../../../modules/csi/s3-files-driver-identity"

  aws_region       = var.region
  cluster_arn      = data.aws_eks_cluster.this.arn
  file_system_arns = [module.s3_files_file_system.file_system_arn]
}

# The controller serves EFS, too, and acts as the nodes' role no longer.
resource "aws_iam_role_policy_attachment" "efs" {
  role       = module.s3_files_identity.controller_role_name
  policy_arn = "arn:${data.aws_partition.current.partition}:iam::aws:policy/service-role/AmazonEFSCSIDriverPolicy"
}

module "s3_files_storage_class" {
  source = "../../../modules/csi/s3-files-storage-class"

  file_system_id = module.s3_files_file_system.file_system_id

  depends_on = [
    module.efs,
    module.s3_files_file_system,
    module.s3_files_identity,
  ]
}

output "s3_files_bucket" {
  value = aws_s3_bucket.files.bucket
}
