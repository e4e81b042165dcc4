provider "aws" {
  region = var.region
}

# Finds the cluster by KUBE_CONFIG_PATH.
provider "helm" {}
