# Code generated from csi/efs-driver. DO NOT EDIT.

variable "chart_repository" {
  type        = string
  description = "Address of the chart repository, or path of the chart. A mirror begins with `https://` or `oci://`. A path, to a folder or an archive, begins with `/`, `./` or `../`; the chart there has its own version, and the one given is left aside. A relative path starts where Terraform runs; before that of an asset of CDK for Terraform write `./`."
  default     = "https://kubernetes-sigs.github.io/aws-efs-csi-driver"
  nullable    = false

  validation {
    condition     = can(regex("^((https|oci)://[!-~]+|\\.{0,2}/[!-~]+)$", var.chart_repository))
    error_message = "`chart_repository` must be the address of a chart repository, such as https://charts.example.com or oci://registry.example.com/charts, or the path of the chart, such as ./charts/driver, got \"${var.chart_repository}\"."
  }
}

variable "cluster_name" {
  type        = string
  description = "Cluster name that the driver tags its access points with, as `efs.csi.aws.com/cluster-name`. Where the policy of the driver's identity demands this tag, one cluster cannot delete the access points of another. AWS's own policy, `AmazonEFSCSIDriverPolicy`, denies every further tag, and so every claim. Null means no such tag."
  default     = null

  validation {
    condition = (
      var.cluster_name == null
      ? true
      : can(regex("^[A-Za-z0-9][A-Za-z0-9_-]*$", var.cluster_name)) &&
      length(var.cluster_name) <= 100
    )
    error_message = "`cluster_name` must be a name that EKS accepts: 1 to 100 letters, digits, hyphens and underscores, the first a letter or digit, got ${jsonencode(var.cluster_name)}."
  }
}

variable "controller_role_arn" {
  type        = string
  description = "ARN of the IAM role of the controller's service account (IRSA). Omit it for EKS Pod Identity, and where the nodes' role has the permissions. Null means no annotation."
  default     = null

  validation {
    condition = (
      var.controller_role_arn == null
      ? true
      : can(regex(
        "^arn:aws[a-z-]*:iam::[0-9]{12}:role/[A-Za-z0-9_+=,.@/-]+$",
        var.controller_role_arn
      ))
    )
    error_message = "`controller_role_arn` must be the ARN of an IAM role such as arn:aws:iam::123456789012:role/storage, got ${jsonencode(var.controller_role_arn)}."
  }
}

variable "helm_chart_version" {
  type        = string
  description = "Helm chart version. One exact version of the chart `aws-efs-csi-driver`. EKS Pod Identity needs 3.0.6, S3 Files 4.3.0: then take 4.4.1. There is no way back from 4.x: older drivers do not read the volumes that it made. Charts before 2.5.2 never remove Karpenter's start-up taint `efs.csi.aws.com/agent-not-ready`."
  default     = "3.4.1"
  nullable    = false

  validation {
    condition = can(regex(
      "^v?(0|[1-9][0-9]*)(\\.(0|[1-9][0-9]*)){2}(-(0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)(\\.(0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*))*)?(\\+[0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)*)?$",
      var.helm_chart_version
    ))
    error_message = "`helm_chart_version` must be one exact version such as 3.4.1, not a range and without parts left out, got \"${var.helm_chart_version}\"."
  }

  validation {
    condition     = !can(regex("^v?(2[.]4[.]9|3[.]1[.][2-4]|4[.]0[.]0)([-+].*)?$", var.helm_chart_version))
    error_message = "`helm_chart_version` must be a chart that does no harm: with 2.4.9 mounts hang when a pod of the driver restarts, 3.1.2 to 3.1.4 break the mounts of older drivers, and 4.0.0 ignores how the driver is rolled out, got \"${var.helm_chart_version}\"."
  }
}

variable "namespace" {
  type        = string
  description = "Kubernetes namespace for the CSI driver. Created if it does not exist. Choose it once: a change reinstalls the driver. Until it is back, mounts stall and no claim can be mounted."
  default     = "kube-system"
  nullable    = false

  validation {
    condition = (
      can(regex("^[a-z0-9]([-a-z0-9]*[a-z0-9])?$", var.namespace)) &&
      length(var.namespace) <= 63
    )
    error_message = "`namespace` must be a name that Kubernetes accepts for a namespace: 1 to 63 lower-case letters, digits and hyphens, beginning and ending with a letter or digit, got \"${var.namespace}\"."
  }
}

variable "node_role_arn" {
  type        = string
  description = "ARN of the IAM role of the node's service account (IRSA). EFS needs none: its volumes are mounted unsigned. S3 Files signs every mount. Null means no annotation."
  default     = null

  validation {
    condition = (
      var.node_role_arn == null
      ? true
      : can(regex("^arn:aws[a-z-]*:iam::[0-9]{12}:role/[A-Za-z0-9_+=,.@/-]+$", var.node_role_arn))
    )
    error_message = "`node_role_arn` must be the ARN of an IAM role such as arn:aws:iam::123456789012:role/storage, got ${jsonencode(var.node_role_arn)}."
  }
}

variable "timeout" {
  type        = number
  description = "Seconds that an install or an upgrade may take before it is rolled back. More than Helm's five minutes: a daemon set rolls slowly over many nodes."
  default     = 900
  nullable    = false

  validation {
    condition     = var.timeout >= 60 && var.timeout <= 86400 && floor(var.timeout) == var.timeout
    error_message = "`timeout` must be a whole number of seconds from 60 to 86400, got ${jsonencode(var.timeout)}."
  }
}

variable "values" {
  type        = list(string)
  description = "Further values of the driver's chart: YAML documents, each laid over those before it, the first over the values that the driver needs."
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for item in var.values : can(keys(yamldecode(item)))])
    error_message = "`values` must hold YAML documents that are mappings, such as yamlencode({ tolerations = [] }), got ${jsonencode([for item in var.values : item if !can(keys(yamldecode(item)))])}."
  }
}
