# Yours: the configuration that made the file system which is gone.
locals {
  region       = "us-west-2"
  cluster_name = "prod"
  subnet_ids   = ["subnet-0a1b2c3d4e5f60718", "subnet-1a2b3c4d5e6f70819"]
}

terraform {
  # The first that takes the id of an import from a local.
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

module "efs_driver_identity" {
  source = "../../../modules/csi/efs-driver-identity"

  cluster_arn = data.aws_eks_cluster.this.arn
}

module "efs" {
  source = "../../../modules/csi/efs"

  aws_region         = local.region
  cluster_name       = local.cluster_name
  subnet_ids         = local.subnet_ids
  security_group_id  = data.aws_eks_cluster.this.vpc_config[0].cluster_security_group_id
  helm_chart_version = "3.4.1"

  depends_on = [module.efs_driver_identity]
}
