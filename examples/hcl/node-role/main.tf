# Both drivers get their AWS permissions from the role of the nodes they run on.
# The cluster is there already; its nodes are made here.

terraform {
  required_version = ">= 1.4"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 6.0.0, < 7.0.0"
    }
    helm = {
      source  = "hashicorp/helm"
      version = ">= 2.17.0, < 4.0.0"
    }
  }
}

provider "aws" {
  region = var.region
}

# Finds the cluster by KUBE_CONFIG_PATH.
provider "helm" {}

data "aws_eks_cluster" "this" {
  name = var.cluster_name
}

data "aws_partition" "current" {}
