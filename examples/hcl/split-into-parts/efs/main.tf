# What ../../efs deployed, by its parts.
locals {
  region       = "us-west-2"
  cluster_name = "prod"
  # In the order of the module's list.
  subnet_ids = {
    us-west-2a = "subnet-0a1b2c3d4e5f60718"
    us-west-2b = "subnet-1a2b3c4d5e6f70819"
  }
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
  source = "../../../../modules/csi/efs-driver-identity"

  cluster_arn = data.aws_eks_cluster.this.arn
}

# The inputs below say what the module says.
module "efs_file_system" {
  source = "../../../../modules/csi/efs-file-system"

  aws_region         = local.region
  cluster_name       = local.cluster_name
  subnet_ids         = local.subnet_ids
  security_group_ids = [data.aws_eks_cluster.this.vpc_config[0].cluster_security_group_id]
}

module "efs_driver" {
  source = "../../../../modules/csi/efs-driver"

  helm_chart_version = "3.4.1"

  # The driver's pods start when its permissions have taken effect.
  depends_on = [module.efs_driver_identity]
}

module "efs_storage_class" {
  source = "../../../../modules/csi/efs-storage-class"

  file_system_id     = module.efs_file_system.file_system_id
  storage_class_name = "efs-sc"
  annotations        = { "clockwork-codex.github.io/cluster-name" = local.cluster_name }

  # The class goes before its driver.
  depends_on = [module.efs_driver]
}

moved {
  from = module.efs.aws_efs_file_system.this
  to   = module.efs_file_system.aws_efs_file_system.this
}

moved {
  from = module.efs.aws_efs_backup_policy.this
  to   = module.efs_file_system.aws_efs_backup_policy.this
}

moved {
  from = module.efs.aws_efs_file_system_policy.this
  to   = module.efs_file_system.aws_efs_file_system_policy.this
}

# A key of `subnet_ids` for each position in the module's list.
moved {
  from = module.efs.aws_efs_mount_target.this[0]
  to   = module.efs_file_system.aws_efs_mount_target.this["us-west-2a"]
}

moved {
  from = module.efs.aws_efs_mount_target.this[1]
  to   = module.efs_file_system.aws_efs_mount_target.this["us-west-2b"]
}

moved {
  from = module.efs.helm_release.driver
  to   = module.efs_driver.helm_release.this
}

moved {
  from = module.efs.helm_release.storage_class
  to   = module.efs_storage_class.helm_release.this
}
