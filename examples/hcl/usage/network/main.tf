data "aws_availability_zones" "available" {
  state = "available"
}

resource "aws_vpc" "this" {
  cidr_block           = "10.0.0.0/16"
  enable_dns_hostnames = true

  tags = { Name = var.name }
}

resource "aws_subnet" "private" {
  count = 2

  vpc_id            = aws_vpc.this.id
  availability_zone = data.aws_availability_zones.available.names[count.index]
  cidr_block        = cidrsubnet(aws_vpc.this.cidr_block, 4, count.index)

  tags = { Name = "${var.name}-private" }
}

resource "aws_security_group" "efs" {
  name_prefix = "${var.name}-efs-"
  description = "Mount targets of EFS."
  vpc_id      = aws_vpc.this.id
}

# NFS, from wherever nodes run in this network.
resource "aws_vpc_security_group_ingress_rule" "nfs" {
  security_group_id = aws_security_group.efs.id
  description       = "NFS from the nodes."
  cidr_ipv4         = aws_vpc.this.cidr_block
  from_port         = 2049
  to_port           = 2049
  ip_protocol       = "tcp"
}
