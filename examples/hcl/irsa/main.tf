# Both drivers get their AWS permissions by IAM roles for service accounts. The
# cluster is there already, with its OIDC provider in IAM.

terraform {
  required_version = ">= 1.9"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 6.0.0, < 7.0.0"
    }
    # 3.0 made `kubernetes`, below, an attribute.
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

data "aws_partition" "current" {}

# Only read: other workloads of the cluster use it, too.
data "aws_iam_openid_connect_provider" "cluster" {
  url = data.aws_eks_cluster.this.identity[0].oidc[0].issuer
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

locals {
  # Where both drivers are installed.
  namespace = "kube-system"

  issuer = replace(data.aws_iam_openid_connect_provider.cluster.url, "https://", "")

  # Only pods of the one service account, in this cluster, get the role.
  trust_policies = {
    for service_account in ["efs-csi-controller-sa", "s3-csi-driver-sa"] : service_account => jsonencode({
      Version = "2012-10-17"
      Statement = [{
        Effect = "Allow"
        Principal = {
          Federated = data.aws_iam_openid_connect_provider.cluster.arn
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
