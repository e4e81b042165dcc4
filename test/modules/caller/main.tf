# A configuration that calls the modules, as one of yours does.

variable "subnet_ids" {
  type = list(string)
}

resource "aws_security_group" "nfs" {
  name_prefix = "nfs-"
}

module "efs" {
  source = "../../../modules/csi/efs"

  aws_region        = "us-west-2"
  cluster_name      = "prod"
  subnet_ids        = var.subnet_ids
  security_group_id = aws_security_group.nfs.id
}

module "s3_mountpoint" {
  source = "../../../modules/csi/s3-mountpoint"

  aws_region  = "us-west-2"
  bucket_name = "my-datasets"
}
