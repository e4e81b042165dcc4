# What takes its place. The moved blocks tell Terraform that the module's
# resources are the ones that were written by hand. A block for a resource that
# does not exist does nothing.

terraform {
  required_version = ">= 1.4"

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
  subnet_ids         = [var.subnet_ids["a"], var.subnet_ids["b"]]
  security_group_id  = var.security_group_id
  storage_class_name = "efs-sc"

  # The version that is installed. Upgrade in an apply of its own.
  helm_chart_version = "2.4.5"
}

moved {
  from = aws_efs_file_system.shared
  to   = module.efs.aws_efs_file_system.this
}

# A position in `subnet_ids` for each key. With `count` one block without keys
# moves them all.
moved {
  from = aws_efs_mount_target.shared["a"]
  to   = module.efs.aws_efs_mount_target.this[0]
}

moved {
  from = aws_efs_mount_target.shared["b"]
  to   = module.efs.aws_efs_mount_target.this[1]
}

moved {
  from = aws_efs_backup_policy.shared
  to   = module.efs.aws_efs_backup_policy.this
}

moved {
  from = aws_efs_file_system_policy.shared
  to   = module.efs.aws_efs_file_system_policy.this
}

moved {
  from = helm_release.efs_csi_driver
  to   = module.efs.helm_release.driver
}
