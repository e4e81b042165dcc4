# What the mount targets of EFS need in the cluster's VPC.

data "aws_subnet" "cluster" {
  for_each = var.cluster_subnet_ids

  id = each.key
}

locals {
  zones = sort(distinct(values(data.aws_subnet.cluster)[*].availability_zone))
}

resource "aws_subnet" "private" {
  count = length(local.zones)

  vpc_id            = var.vpc_id
  availability_zone = local.zones[count.index]
  cidr_block        = cidrsubnet(var.cidr_block, 3, count.index)

  tags = { Name = "${var.name}-efs-${local.zones[count.index]}" }
}

# No route but the one within the VPC: mount targets need no other.
resource "aws_route_table" "private" {
  vpc_id = var.vpc_id

  tags = { Name = "${var.name}-efs" }
}

resource "aws_route_table_association" "private" {
  count = length(aws_subnet.private)

  subnet_id      = aws_subnet.private[count.index].id
  route_table_id = aws_route_table.private.id
}

resource "aws_security_group" "efs" {
  name_prefix = "${var.name}-efs-"
  description = "Mount targets of EFS."
  vpc_id      = var.vpc_id
}

resource "aws_vpc_security_group_ingress_rule" "nfs" {
  security_group_id            = aws_security_group.efs.id
  description                  = "NFS from the nodes."
  referenced_security_group_id = var.node_security_group_id
  from_port                    = 2049
  to_port                      = 2049
  ip_protocol                  = "tcp"
}
