# Yours: an EKS cluster with nodes on EC2 and the add-on eks-pod-identity-agent. The bucket is in bucket.tf.
locals {
  region       = "us-west-2"
  cluster_name = "prod"
  # A private subnet of each Availability Zone that has nodes.
  subnet_ids = {
    us-west-2a = "subnet-0a1b2c3d4e5f60718"
    us-west-2b = "subnet-1a2b3c4d5e6f70819"
  }
}

terraform {
  required_version = ">= 1.4"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 6.40.0, < 7.0.0"
    }
    # 3.0 made `kubernetes`, below, an attribute.
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

module "s3_files" {
  source = "../../../modules/csi/s3-files"

  aws_region  = local.region
  cluster_arn = data.aws_eks_cluster.this.arn
  bucket_arn  = aws_s3_bucket.datasets.arn
  subnet_ids  = local.subnet_ids

  # EKS gives it to the nodes of managed node groups, and lets them reach each other.
  security_group_ids = [data.aws_eks_cluster.this.vpc_config[0].cluster_security_group_id]

  # Before the file system, and until it is gone.
  depends_on = [aws_s3_bucket_versioning.datasets]
}
