module "s3_policy" {
  source = "../policies/s3"

  bucket_name = var.bucket_name
}

resource "aws_iam_role_policy" "s3" {
  name   = "one-bucket"
  role   = aws_iam_role.node.name
  policy = module.s3_policy.json
}

module "s3_mountpoint" {
  source = "../../../modules/csi/s3-mountpoint"

  aws_region  = var.region
  bucket_name = var.bucket_name

  depends_on = [
    aws_eks_node_group.this,
    aws_iam_role_policy.s3,
  ]
}
