# Code generated from csi. DO NOT EDIT.

# Configured by KUBE_CONFIG_PATH, KUBE_CTX and the like:
# https://registry.terraform.io/providers/hashicorp/helm/latest/docs.
provider "helm" {}
