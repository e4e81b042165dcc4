# Both drivers get their AWS permissions by EKS Pod Identity. The cluster is
# there already, with the add-on eks-pod-identity-agent.

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
    time = {
      source  = "hashicorp/time"
      version = ">= 0.13.0, < 1.0.0"
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

locals {
  # Where both modules install their drivers.
  namespace = "kube-system"

  # Only pods of the one service account, in this cluster, get the role.
  trust_policies = {
    for service_account in ["efs-csi-controller-sa", "s3-csi-driver-sa"] : service_account => jsonencode({
      Version = "2012-10-17"
      Statement = [{
        Effect = "Allow"
        Principal = {
          Service = "pods.eks.amazonaws.com"
        }
        Action = ["sts:AssumeRole", "sts:TagSession"]
        Condition = {
          StringEquals = {
            "aws:RequestTag/eks-cluster-arn"            = data.aws_eks_cluster.this.arn
            "aws:RequestTag/kubernetes-namespace"       = local.namespace
            "aws:RequestTag/kubernetes-service-account" = service_account
          }
        }
      }]
    })
  }
}

# EKS gives a pod its role when it starts, and an association takes effect some
# seconds after it is made: a pod that starts before that stays without.
# https://docs.aws.amazon.com/eks/latest/APIReference/API_CreatePodIdentityAssociation.html
resource "time_sleep" "associations" {
  create_duration = "30s"

  # A new association takes its time again.
  triggers = {
    efs = aws_eks_pod_identity_association.efs.association_id
    s3  = aws_eks_pod_identity_association.s3.association_id
  }
}
