# Code generated from csi/s3-mountpoint-driver. DO NOT EDIT.

variable "chart_repository" {
  type        = string
  description = "Address of the chart repository, or path of the chart. A mirror begins with `https://` or `oci://`. A path, to a folder or an archive, begins with `/`, `./` or `../`; the chart there has its own version, and the one given is left aside. A relative path starts where Terraform runs; before that of an asset of CDK for Terraform write `./`."
  default     = "https://awslabs.github.io/mountpoint-s3-csi-driver"
  nullable    = false

  validation {
    condition     = can(regex("^((https|oci)://[!-~]+|\\.{0,2}/[!-~]+)$", var.chart_repository))
    error_message = "`chart_repository` must be the address of a chart repository, such as https://charts.example.com or oci://registry.example.com/charts, or the path of the chart, such as ./charts/driver, got \"${var.chart_repository}\"."
  }
}

variable "helm_chart_version" {
  type        = string
  description = "Helm chart version. One exact version of the chart `aws-mountpoint-s3-csi-driver`. 2.7.0 needs Kubernetes 1.30."
  default     = "2.7.0"
  nullable    = false

  validation {
    condition = can(regex(
      "^v?(0|[1-9][0-9]*)(\\.(0|[1-9][0-9]*)){2}(-(0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)(\\.(0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*))*)?(\\+[0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)*)?$",
      var.helm_chart_version
    ))
    error_message = "`helm_chart_version` must be one exact version such as 2.7.0, not a range and without parts left out, got \"${var.helm_chart_version}\"."
  }
}

variable "namespace" {
  type        = string
  description = "Kubernetes namespace for deployment. Created if it does not exist. Choose it once: a change reinstalls the driver and cuts every mount of a bucket in the cluster."
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

variable "role_arn" {
  type        = string
  description = "ARN of the IAM role of the driver's service account (IRSA). Omit it for EKS Pod Identity, and where the nodes' role has the permissions. Null means no annotation."
  default     = null

  validation {
    condition = (
      var.role_arn == null
      ? true
      : can(regex("^arn:aws[a-z-]*:iam::[0-9]{12}:role/[A-Za-z0-9_+=,.@/-]+$", var.role_arn))
    )
    error_message = "`role_arn` must be the ARN of an IAM role such as arn:aws:iam::123456789012:role/storage, got ${jsonencode(var.role_arn)}."
  }
}

variable "timeout" {
  type        = number
  description = "Seconds that an install or an upgrade may take before it is rolled back. The chart updates its daemon set one node at a time: at half a minute each, the default does for sixty nodes."
  default     = 1800
  nullable    = false

  validation {
    condition     = var.timeout >= 60 && var.timeout <= 86400 && floor(var.timeout) == var.timeout
    error_message = "`timeout` must be a whole number of seconds from 60 to 86400, got ${jsonencode(var.timeout)}."
  }
}

variable "values" {
  type        = list(string)
  description = "Further values of the driver's chart: YAML documents, each laid over those before it."
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for item in var.values : can(keys(yamldecode(item)))])
    error_message = "`values` must hold YAML documents that are mappings, such as yamlencode({ tolerations = [] }), got ${jsonencode([for item in var.values : item if !can(keys(yamldecode(item)))])}."
  }
}
