# Code generated from csi/efs. DO NOT EDIT.

variable "aws_region" {
  type        = string
  description = "AWS region for deployment. The cluster's own region: the driver looks for the file system there. A change replaces the file system, and its data is lost."
  nullable    = false

  validation {
    condition     = can(regex("^[a-z]{2,4}(-[a-z]+)+-[1-9][0-9]?$", var.aws_region))
    error_message = "`aws_region` must be an AWS region such as us-west-2, got \"${var.aws_region}\"."
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

variable "helm_chart_version" {
  type        = string
  description = "Helm chart version. One exact version of the chart `aws-efs-csi-driver`. 3.4.1 is recommended: 2.4.5 carries driver 1.5.6 of 2023, which cannot use EKS Pod Identity, and never removes Karpenter's start-up taint `efs.csi.aws.com/agent-not-ready`. There is no way back from 4.x, whose volumes older drivers do not read."
  default     = "2.4.5"
  nullable    = false

  validation {
    condition = can(regex(
      "^v?(0|[1-9][0-9]*)(\\.(0|[1-9][0-9]*)){2}(-(0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)(\\.(0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*))*)?(\\+[0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)*)?$",
      var.helm_chart_version
    ))
    error_message = "`helm_chart_version` must be one exact version such as 2.4.5, not a range and without parts left out, got \"${var.helm_chart_version}\"."
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

variable "storage_class_name" {
  type        = string
  description = "Name of the EFS storage class."
  default     = "efs-sc"
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
