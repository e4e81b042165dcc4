# A configuration that calls the modules, as one of yours does.

resource "aws_subnet" "private" {
  count = 2

  vpc_id     = "vpc-0123456789abcdef0"
  cidr_block = cidrsubnet("10.0.0.0/16", 8, count.index)
}

resource "aws_security_group" "nfs" {
  name_prefix = "nfs-"
}

module "efs" {
  source = "../../../modules/csi/efs"

  aws_region        = "us-west-2"
  cluster_name      = "prod"
  subnet_ids        = aws_subnet.private[*].id
  security_group_id = aws_security_group.nfs.id
}

module "s3_mountpoint" {
  source = "../../../modules/csi/s3-mountpoint"

  aws_region  = "us-west-2"
  bucket_name = "my-datasets"
}
