# The same for a file system and a driver that this configuration did not make:
# they come from the console, from `helm install` or from another configuration.

terraform {
  # The first with for_each in import blocks.
  required_version = ">= 1.7"

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
  region = var.region
}

data "aws_eks_cluster" "this" {
  name = var.cluster_name
}

# Reaches this cluster and no other, without a kubeconfig.
provider "helm" {
  kubernetes = {
    host                   = data.aws_eks_cluster.this.endpoint
    cluster_ca_certificate = base64decode(data.aws_eks_cluster.this.certificate_authority[0].data)

    exec = {
      api_version = "client.authentication.k8s.io/v1beta1"
      command     = "aws"
      args        = ["eks", "get-token", "--region", var.region, "--cluster-name", var.cluster_name]
    }
  }
}

module "efs" {
  source = "../../../modules/csi/efs"

  aws_region         = var.region
  cluster_name       = var.cluster_name
  subnet_ids         = var.mount_targets[*].subnet_id
  security_group_id  = var.security_group_id
  storage_class_name = "efs-sc"

  # The version that is installed. Upgrade in an apply of its own.
  helm_chart_version = "2.4.5"
}

import {
  to = module.efs.aws_efs_file_system.this
  id = var.file_system_id
}

import {
  for_each = { for position, target in var.mount_targets : target.id => position }

  to = module.efs.aws_efs_mount_target.this[each.value]
  id = each.key
}

# Leave out the import of a policy that the file system does not have.
import {
  to = module.efs.aws_efs_backup_policy.this
  id = var.file_system_id
}

import {
  to = module.efs.aws_efs_file_system_policy.this
  id = var.file_system_id
}

import {
  to = module.efs.helm_release.driver
  id = "kube-system/aws-efs-csi-driver"
}
