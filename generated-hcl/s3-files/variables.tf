# Code generated from csi. DO NOT EDIT.

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
