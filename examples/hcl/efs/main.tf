# Yours: an EKS cluster with nodes on EC2 and the add-on eks-pod-identity-agent.
locals {
  region       = "us-west-2"
  cluster_name = "prod"
  # A private subnet of each Availability Zone that has nodes.
  subnet_ids = ["subnet-0a1b2c3d4e5f60718", "subnet-1a2b3c4d5e6f70819"]
}

terraform {
  required_version = ">= 1.9"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 6.0.0, < 7.0.0"
    }
    helm = {
      source  = "hashicorp/helm"
      version = ">= 3.0.0, < 4.0.0"
    }
  }
}

provider "aws" {
  region = local.region
}

data "aws_eks_cluster" "this" {
  name = local.cluster_name
}

# Reaches this cluster and no other, without a kubeconfig.
provider "helm" {
  kubernetes = {
    host                   = data.aws_eks_cluster.this.endpoint
    cluster_ca_certificate = base64decode(data.aws_eks_cluster.this.certificate_authority[0].data)

    exec = {
      api_version = "client.authentication.k8s.io/v1beta1"
      command     = "aws"
      args        = ["eks", "get-token", "--region", local.region, "--cluster-name", local.cluster_name]
    }
  }
}

# The driver's AWS permissions.
module "efs_driver_identity" {
  source = "../../../modules/csi/efs-driver-identity"

  cluster_arn = data.aws_eks_cluster.this.arn
}

module "efs" {
  source = "../../../modules/csi/efs"

  aws_region         = local.region
  cluster_name       = local.cluster_name
  subnet_ids         = local.subnet_ids
  helm_chart_version = "3.4.1"

  # EKS gives it to the nodes of managed node groups, and lets them reach each other.
  security_group_id = data.aws_eks_cluster.this.vpc_config[0].cluster_security_group_id

  # The driver's pods start when its permissions have taken effect.
  depends_on = [module.efs_driver_identity]
}
