# Code generated from csi/s3-files-driver-identity. DO NOT EDIT.

variable "aws_region" {
  type        = string
  description = "AWS region of the cluster."
  nullable    = false

  validation {
    condition     = can(regex("^[a-z]{2,4}(-[a-z]+)+-[1-9][0-9]?$", var.aws_region))
    error_message = "`aws_region` must be an AWS region such as us-west-2, got \"${var.aws_region}\"."
  }
}

variable "cluster_arn" {
  type        = string
  description = "ARN of the EKS cluster. It tells the account and the partition, too."
  nullable    = false

  validation {
    condition = can(regex(
      "^arn:aws[a-z-]*:eks:[a-z0-9-]+:[0-9]{12}:cluster/[A-Za-z0-9][A-Za-z0-9_-]{0,99}$",
      var.cluster_arn
    ))
    error_message = "`cluster_arn` must be the ARN of an EKS cluster such as arn:aws:eks:us-west-2:123456789012:cluster/prod, got \"${var.cluster_arn}\"."
  }
}

variable "file_system_arns" {
  type        = list(string)
  description = "ARNs of the file systems that the driver may use."
  nullable    = false

  validation {
    condition     = length(var.file_system_arns) > 0
    error_message = "`file_system_arns` must hold at least one ARN of a file system, got ${jsonencode(var.file_system_arns)}."
  }

  validation {
    condition = alltrue([
      for item in var.file_system_arns : can(regex(
        "^arn:aws[a-z-]*:s3files:[a-z0-9-]+:[0-9]{12}:file-system/fs-[0-9a-z]+$",
        item
      ))
    ])
    error_message = "`file_system_arns` must hold ARNs of S3 Files file systems such as arn:aws:s3files:us-west-2:123456789012:file-system/fs-0123456789abcdef0, got ${jsonencode([for item in var.file_system_arns : item if !can(regex("^arn:aws[a-z-]*:s3files:[a-z0-9-]+:[0-9]{12}:file-system/fs-[0-9a-z]+$", item))])}."
  }
}

variable "bucket_arns" {
  type        = list(string)
  description = "ARNs of the buckets of these file systems that nodes may read directly. Large reads then come from S3 itself, as fast as it gives them, and whoever gets hold of a node reads the whole bucket, past all access points. Empty means that every byte goes through the file system."
  default     = []
  nullable    = false

  validation {
    condition = alltrue([
      for item in var.bucket_arns : can(regex(
        "^arn:aws[a-z-]*:s3:::[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$",
        item
      ))
    ])
    error_message = "`bucket_arns` must hold ARNs of buckets such as arn:aws:s3:::my-bucket, got ${jsonencode([for item in var.bucket_arns : item if !can(regex("^arn:aws[a-z-]*:s3:::[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$", item))])}."
  }
}

variable "bucket_kms_key_arns" {
  type        = list(string)
  description = "ARNs of the KMS keys that encrypt the objects of these buckets."
  default     = []
  nullable    = false

  validation {
    condition = alltrue([
      for item in var.bucket_kms_key_arns : can(regex(
        "^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$",
        item
      ))
    ])
    error_message = "`bucket_kms_key_arns` must hold ARNs of KMS keys such as arn:aws:kms:us-west-2:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab, and no aliases, got ${jsonencode([for item in var.bucket_kms_key_arns : item if !can(regex("^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$", item))])}."
  }
}

variable "namespace" {
  type        = string
  description = "Kubernetes namespace of the driver."
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
