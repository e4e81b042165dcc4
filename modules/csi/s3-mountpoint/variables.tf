# Code generated from csi/s3-mountpoint. DO NOT EDIT.

variable "aws_region" {
  type        = string
  description = "AWS region where the bucket exists. It may differ from the cluster's. A change reaches a running pod when the pod is restarted."
  nullable    = false

  validation {
    condition     = can(regex("^[a-z]{2,4}(-[a-z]+)+-[1-9][0-9]?$", var.aws_region))
    error_message = "`aws_region` must be an AWS region such as us-west-2, got \"${var.aws_region}\"."
  }
}

variable "bucket_name" {
  type        = string
  description = "Name of the S3 bucket to mount. A general purpose or directory bucket, the alias or the ARN of an access point; it may belong to another account. Every claim sees the whole bucket and may delete in it: switch Bucket Versioning on."
  nullable    = false

  validation {
    condition = (
      can(regex(
        "^([A-Za-z0-9][A-Za-z0-9._-]+[A-Za-z0-9]|arn:[a-z-]+:s3[a-z-]*:[a-z0-9-]*:[0-9]{12}:(accesspoint|outpost)[/:][A-Za-z0-9._/:-]+)$",
        var.bucket_name
      )) &&
      length(var.bucket_name) <= 255
    )
    error_message = "`bucket_name` must be the name of a bucket (3 to 255 letters, digits, dots, hyphens and underscores) or the ARN of an access point; write my-bucket, without s3:// before it and without a prefix after it, got \"${var.bucket_name}\"."
  }
}

variable "helm_chart_version" {
  type        = string
  description = "Helm chart version to install. One exact version of the chart `aws-mountpoint-s3-csi-driver`. The default 0.1.0 was never published: it stands for 2.7.0, the chart that this module is written for, which needs Kubernetes 1.30."
  default     = "0.1.0"
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

variable "storage_class_name" {
  type        = string
  description = "StorageClass name."
  default     = "s3-mountpoint"
  nullable    = false

  validation {
    condition = (
      can(regex(
        "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$",
        var.storage_class_name
      )) &&
      length(var.storage_class_name) <= 253
    )
    error_message = "`storage_class_name` must be a name that Kubernetes accepts for a StorageClass: 1 to 253 lower-case letters, digits, hyphens and dots, each part between dots beginning and ending with a letter or digit, got \"${var.storage_class_name}\"."
  }
}
