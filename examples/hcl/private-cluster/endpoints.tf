# https://docs.aws.amazon.com/eks/latest/userguide/private-clusters.html
resource "aws_vpc_endpoint" "interface" {
  for_each = toset([
    "ec2",               # nodes, as they start
    "ecr.api",           # images and charts
    "ecr.dkr",           # images and charts
    "eks-auth",          # Pod Identity; IRSA needs sts in its place
    "elasticfilesystem", # the EFS controller; mounts need the mount targets alone
  ])

  vpc_id              = data.aws_eks_cluster.this.vpc_config[0].vpc_id
  service_name        = "com.amazonaws.${var.region}.${each.key}"
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = true
  subnet_ids          = values(var.subnet_ids)
  security_group_ids  = [aws_security_group.endpoints.id]
}

# Mountpoint, and the layers of images.
resource "aws_vpc_endpoint" "s3" {
  vpc_id            = data.aws_eks_cluster.this.vpc_config[0].vpc_id
  service_name      = "com.amazonaws.${var.region}.s3"
  vpc_endpoint_type = "Gateway"
  route_table_ids   = var.route_table_ids
}

resource "aws_security_group" "endpoints" {
  name_prefix = "${var.cluster_name}-endpoints-"
  description = "Interface endpoints of AWS services."
  vpc_id      = data.aws_eks_cluster.this.vpc_config[0].vpc_id
}

# EKS gives this security group to the nodes of managed node groups.
resource "aws_vpc_security_group_ingress_rule" "https" {
  security_group_id            = aws_security_group.endpoints.id
  description                  = "HTTPS from the nodes."
  referenced_security_group_id = data.aws_eks_cluster.this.vpc_config[0].cluster_security_group_id
  from_port                    = 443
  to_port                      = 443
  ip_protocol                  = "tcp"
}
