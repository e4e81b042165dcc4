# The documented usage of both modules, in a configuration that creates the
# network and the bucket in the same apply. The cluster is there already.

terraform {
  required_version = ">= 1.2"

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

module "network" {
  source = "./network"

  name = var.cluster_name
}

module "storage" {
  source = "./storage"

  bucket_prefix = "shared-"
}
