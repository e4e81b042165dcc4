# The documented usage of both modules, in a configuration that creates the
# subnets of the mount targets and the bucket in the same apply. The cluster is
# there already.

terraform {
  required_version = ">= 1.4"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 6.0.0, < 7.0.0"
    }
    # 3.0 made `kubernetes` of the provider an attribute.
    helm = {
      source  = "hashicorp/helm"
      version = ">= 3.0.0, < 4.0.0"
    }
  }
}

data "aws_eks_cluster" "this" {
  name = var.cluster_name
}

locals {
  cluster_network = data.aws_eks_cluster.this.vpc_config[0]
}

# EKS gives the cluster's security group to the nodes of managed node groups.
module "network" {
  source = "./network"

  name                   = var.cluster_name
  vpc_id                 = local.cluster_network.vpc_id
  cidr_block             = var.cidr_block
  cluster_subnet_ids     = local.cluster_network.subnet_ids
  node_security_group_id = local.cluster_network.cluster_security_group_id
}

module "storage" {
  source = "./storage"

  bucket_prefix = "shared-"
}
