# Code generated from csi. DO NOT EDIT.

# Configured by AWS_REGION, AWS_PROFILE and the like:
# https://registry.terraform.io/providers/hashicorp/aws/latest/docs#environment-variables.
provider "aws" {}

# Configured by KUBE_CONFIG_PATH, KUBE_CTX and the like:
# https://registry.terraform.io/providers/hashicorp/helm/latest/docs.
provider "helm" {}

provider "time" {}
