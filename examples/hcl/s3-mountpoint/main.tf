# Yours: an EKS cluster with nodes on EC2 and the add-on eks-pod-identity-agent, and a bucket.
locals {
  region       = "us-west-2"
  cluster_name = "prod"
  bucket_name  = "my-datasets"
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

data "aws_partition" "current" {}

# The driver's AWS permissions.
module "s3_mountpoint_driver_identity" {
  source = "../../../modules/csi/s3-mountpoint-driver-identity"

  cluster_arn = data.aws_eks_cluster.this.arn
  bucket_arns = ["arn:${data.aws_partition.current.partition}:s3:::${local.bucket_name}"]
}

module "s3_mountpoint" {
  source = "../../../modules/csi/s3-mountpoint"

  aws_region  = local.region
  bucket_name = local.bucket_name

  # The driver's pods start when its permissions have taken effect.
  depends_on = [module.s3_mountpoint_driver_identity]
}
