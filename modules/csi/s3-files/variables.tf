# Code generated from csi/s3-files. DO NOT EDIT.

variable "aws_region" {
  type        = string
  description = "AWS region of the cluster and of the bucket. A change replaces the file system. The bucket keeps what was exported to it."
  nullable    = false

  validation {
    condition     = can(regex("^[a-z]{2,4}(-[a-z]+)+-[1-9][0-9]?$", var.aws_region))
    error_message = "`aws_region` must be an AWS region such as us-west-2, got \"${var.aws_region}\"."
  }
}

variable "bucket_arn" {
  type        = string
  description = "ARN of the bucket whose objects become files. A general purpose bucket of the cluster's region and account, with versioning enabled before the file system is made, encrypted by SSE-S3 or SSE-KMS. A change replaces the file system."
  nullable    = false

  validation {
    condition     = can(regex("^arn:aws[a-z-]*:s3:::[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$", var.bucket_arn))
    error_message = "`bucket_arn` must be the ARN of a general purpose bucket such as arn:aws:s3:::my-bucket, got \"${var.bucket_arn}\"."
  }

  validation {
    condition     = !can(regex("^arn:aws[a-z-]*:s3:::.*--x-s3$", var.bucket_arn))
    error_message = "`bucket_arn` must be the ARN of a general purpose bucket, which S3 Files is made for, and not of a directory bucket, got \"${var.bucket_arn}\"."
  }
}

variable "cluster_arn" {
  type        = string
  description = "ARN of the EKS cluster. It tells the account and the partition, too. Tags the file system with the cluster's name."
  nullable    = false

  validation {
    condition = can(regex(
      "^arn:aws[a-z-]*:eks:[a-z0-9-]+:[0-9]{12}:cluster/[A-Za-z0-9][A-Za-z0-9_-]{0,99}$",
      var.cluster_arn
    ))
    error_message = "`cluster_arn` must be the ARN of an EKS cluster such as arn:aws:eks:us-west-2:123456789012:cluster/prod, got \"${var.cluster_arn}\"."
  }
}

variable "security_group_ids" {
  type        = list(string)
  description = "Security groups of the mount targets. They must let the nodes in on TCP port 2049. From one to five."
  nullable    = false

  validation {
    condition     = length(var.security_group_ids) > 0
    error_message = "`security_group_ids` must hold at least one security group id, got ${jsonencode(var.security_group_ids)}."
  }

  validation {
    condition     = alltrue([for item in var.security_group_ids : can(regex("^sg-[0-9a-z]+$", item))])
    error_message = "`security_group_ids` must hold ids of security groups such as sg-0123456789abcdef0, got ${jsonencode([for item in var.security_group_ids : item if !can(regex("^sg-[0-9a-z]+$", item))])}."
  }
}

variable "subnet_ids" {
  type        = map(string)
  description = "Private subnet IDs to mount into, by the Availability Zone of each, or by another key that does not change. One for each zone that has nodes: the nodes of a zone mount by its own mount target, and by no other. The ids may be unknown at plan, the keys not."
  nullable    = false

  validation {
    condition     = length(var.subnet_ids) > 0
    error_message = "`subnet_ids` must hold at least one subnet id, one for each Availability Zone, got ${jsonencode(var.subnet_ids)}."
  }

  validation {
    condition = alltrue([
      for item in values(var.subnet_ids) : can(regex("^subnet-[0-9a-z]+$", item))
    ])
    error_message = "`subnet_ids` must hold subnet ids such as subnet-0123456789abcdef0, got ${jsonencode([for item in values(var.subnet_ids) : item if !can(regex("^subnet-[0-9a-z]+$", item))])}."
  }

  validation {
    condition     = length(distinct(values(var.subnet_ids))) == length(values(var.subnet_ids))
    error_message = "`subnet_ids` must hold each subnet id once, got ${jsonencode(var.subnet_ids)}."
  }
}

variable "bucket_kms_key_arns" {
  type        = list(string)
  description = "ARNs of the KMS keys that encrypt the bucket's objects."
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

variable "helm_chart_version" {
  type        = string
  description = "Helm chart version. One exact version of the chart `aws-efs-csi-driver`, 4.3.0 or later."
  default     = "4.4.1"
  nullable    = false

  validation {
    condition = can(regex(
      "^v?(0|[1-9][0-9]*)(\\.(0|[1-9][0-9]*)){2}(-(0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)(\\.(0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*))*)?(\\+[0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)*)?$",
      var.helm_chart_version
    ))
    error_message = "`helm_chart_version` must be one exact version such as 4.4.1, not a range and without parts left out, got \"${var.helm_chart_version}\"."
  }

  validation {
    condition     = !can(regex("^v?(([0-3][.][0-9]+|4[.][0-2])[.][0-9]+([-+].*)?|4[.]3[.]0-.*)$", var.helm_chart_version))
    error_message = "`helm_chart_version` must be 4.3.0 or later: older drivers do not know S3 Files, or cannot mount them in private subnets, got \"${var.helm_chart_version}\"."
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

variable "prefix" {
  type        = string
  description = "What the keys of the objects begin with that become files, ending with a slash. A change replaces the file system. Null means the whole bucket."
  default     = null

  validation {
    condition = (
      var.prefix == null
      ? true
      : can(regex("^[A-Za-z0-9!_.*'()-][A-Za-z0-9!_.*'()/-]*/$", var.prefix)) &&
      length(var.prefix) <= 1024
    )
    error_message = "`prefix` must be the beginning of keys such as datasets/: letters, digits, !, -, _, ., *, ', parentheses and slashes, the last one a slash and the first one none, got ${jsonencode(var.prefix)}."
  }
}

variable "storage_class_name" {
  type        = string
  description = "Name of the S3 Files storage class."
  default     = "s3-files"
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
