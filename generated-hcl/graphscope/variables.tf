# Code generated from csi. DO NOT EDIT.

variable "aws_region" {
  type        = string
  description = "AWS region for deployment. The cluster's own region: the driver looks for the file system there. A change replaces the file system, and its data is lost."
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

variable "cluster_name" {
  type        = string
  description = "Cluster name to tag and label EFS. Tags the file system with `Name` and `kubernetes.io/cluster/<name> = shared`."
  nullable    = false

  validation {
    condition = (
      can(regex("^[A-Za-z0-9][A-Za-z0-9_-]*$", var.cluster_name)) &&
      length(var.cluster_name) <= 100
    )
    error_message = "`cluster_name` must be a name that EKS accepts: 1 to 100 letters, digits, hyphens and underscores, the first a letter or digit, got \"${var.cluster_name}\"."
  }
}

variable "security_group_id" {
  type        = string
  description = "Security group for EFS mount targets. Must let the nodes in on TCP port 2049. Whoever reaches that port may mount the directories of claims, as the user of each, and nothing else."
  nullable    = false

  validation {
    condition     = can(regex("^sg-[0-9a-z]+$", var.security_group_id))
    error_message = "`security_group_id` must be the id of a security group such as sg-0123456789abcdef0, got \"${var.security_group_id}\"."
  }
}

variable "subnet_ids" {
  type        = list(string)
  description = "Private subnet IDs to mount into. One for each Availability Zone that has nodes; EFS takes one mount target a zone. Append new ones and never reorder: an item's position is the mount target's address. The ids may be unknown at plan, their number not."
  nullable    = false

  validation {
    condition     = length(var.subnet_ids) > 0
    error_message = "`subnet_ids` must hold at least one subnet id, one for each Availability Zone, got ${jsonencode(var.subnet_ids)}."
  }

  validation {
    condition     = alltrue([for item in var.subnet_ids : can(regex("^subnet-[0-9a-z]+$", item))])
    error_message = "`subnet_ids` must hold subnet ids such as subnet-0123456789abcdef0, got ${jsonencode([for item in var.subnet_ids : item if !can(regex("^subnet-[0-9a-z]+$", item))])}."
  }

  validation {
    condition     = length(distinct(var.subnet_ids)) == length(var.subnet_ids)
    error_message = "`subnet_ids` must hold each subnet id once, got ${jsonencode(var.subnet_ids)}."
  }
}
