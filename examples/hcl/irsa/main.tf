# Both drivers get their AWS permissions by IAM roles for service accounts. The
# cluster is there already, and has no OIDC provider in IAM yet.

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
    kubernetes = {
      source  = "hashicorp/kubernetes"
      version = ">= 2.18.0, < 4.0.0"
    }
  }
}

provider "aws" {
  region = var.region
}

# Both find the cluster by KUBE_CONFIG_PATH.
provider "helm" {}

provider "kubernetes" {}

data "aws_eks_cluster" "this" {
  name = var.cluster_name
}

resource "aws_iam_openid_connect_provider" "cluster" {
  url            = data.aws_eks_cluster.this.identity[0].oidc[0].issuer
  client_id_list = ["sts.amazonaws.com"]
}

locals {
  # Where both modules install their drivers.
  namespace = "kube-system"

  issuer = replace(aws_iam_openid_connect_provider.cluster.url, "https://", "")

  # Only pods of the one service account, in this cluster, get the role.
  trust_policies = {
    for service_account in ["efs-csi-controller-sa", "s3-csi-driver-sa"] : service_account => jsonencode({
      Version = "2012-10-17"
      Statement = [{
        Effect = "Allow"
        Principal = {
          Federated = aws_iam_openid_connect_provider.cluster.arn
        }
        Action = "sts:AssumeRoleWithWebIdentity"
        Condition = {
          StringEquals = {
            "${local.issuer}:aud" = "sts.amazonaws.com"
            "${local.issuer}:sub" = "system:serviceaccount:${local.namespace}:${service_account}"
          }
        }
      }]
    })
  }
}
