# Code generated from csi/efs-file-system. DO NOT EDIT.

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

variable "security_group_ids" {
  type        = list(string)
  description = "Security groups for EFS mount targets. They must let the nodes in on TCP port 2049. From one to five."
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
  description = "Private subnet IDs to mount into, by the Availability Zone of each, or by another key that does not change. One for each zone that has nodes; EFS takes one mount target a zone. The ids may be unknown at plan, the keys not. Adding or removing one touches no other."
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

variable "backup_enabled" {
  type        = bool
  description = "Whether AWS Backup backs the file system up every day, and keeps each backup for 35 days."
  default     = true
  nullable    = false
}

variable "client_access" {
  type        = string
  description = "What pods and other clients that do not sign may mount, where they reach the mount targets. `access-points` admits them to the directories of claims, never as root. `file-system` admits them to all directories as root, as static volumes on the root of a file system need it. Either way TLS is demanded."
  default     = "access-points"
  nullable    = false

  validation {
    condition     = contains(["access-points", "file-system"], var.client_access)
    error_message = "`client_access` must be access-points or file-system, got \"${var.client_access}\"."
  }
}

variable "kms_key_id" {
  type        = string
  description = "ARN of the KMS key that encrypts the file system. Choose it before the first apply: a change replaces the file system, and its data is lost. The key's policy must let EFS use it. Null means AWS's own key for EFS."
  default     = null

  validation {
    condition = (
      var.kms_key_id == null
      ? true
      : can(regex("^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$", var.kms_key_id))
    )
    error_message = "`kms_key_id` must be the ARN of a KMS key such as arn:aws:kms:us-west-2:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab, and no alias, got ${jsonencode(var.kms_key_id)}."
  }
}

variable "provisioned_throughput_in_mibps" {
  type        = number
  description = "Throughput in MiB per second, from 1 to 3414, where the mode is `provisioned`. AWS's quota is 1024 in most regions until it is raised. Null means none, which any other mode wants."
  default     = null

  validation {
    condition = (
      var.provisioned_throughput_in_mibps == null
      ? true
      : var.provisioned_throughput_in_mibps >= 1 &&
      var.provisioned_throughput_in_mibps <= 3414 &&
      floor(var.provisioned_throughput_in_mibps) == var.provisioned_throughput_in_mibps
    )
    error_message = "`provisioned_throughput_in_mibps` must be a whole number of MiB per second from 1 to 3414, got ${jsonencode(var.provisioned_throughput_in_mibps)}."
  }

  validation {
    condition     = var.throughput_mode == "provisioned" == (var.provisioned_throughput_in_mibps != null)
    error_message = "`provisioned_throughput_in_mibps` must be given where the throughput mode is provisioned, and only there, got ${jsonencode(var.provisioned_throughput_in_mibps)}."
  }
}

variable "tags" {
  type        = map(string)
  description = "Further tags of the file system. Those that name the cluster stay."
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for item in keys(var.tags) : can(regex("^.{1,128}$", item))])
    error_message = "`tags` must have keys of 1 to 128 characters, got ${jsonencode([for item in keys(var.tags) : item if !can(regex("^.{1,128}$", item))])}."
  }
}

variable "throughput_mode" {
  type        = string
  description = "Throughput mode of the file system. `elastic` is billed by what is read and written; `bursting` grows with what is stored, and starves a small file system of parallel readers; `provisioned` is what you pay for."
  default     = "elastic"
  nullable    = false

  validation {
    condition     = contains(["bursting", "elastic", "provisioned"], var.throughput_mode)
    error_message = "`throughput_mode` must be bursting, elastic or provisioned, got \"${var.throughput_mode}\"."
  }
}

variable "transition_to_archive" {
  type        = string
  description = "When a file that nobody reads moves to Archive, which wants `elastic` throughput: later than to Infrequent Access. Null means never."
  default     = null

  validation {
    condition = (
      var.transition_to_archive == null
      ? true
      : contains(
        [
          "AFTER_1_DAY",
          "AFTER_7_DAYS",
          "AFTER_14_DAYS",
          "AFTER_30_DAYS",
          "AFTER_60_DAYS",
          "AFTER_90_DAYS",
          "AFTER_180_DAYS",
          "AFTER_270_DAYS",
          "AFTER_365_DAYS",
        ],
        var.transition_to_archive
      )
    )
    error_message = "`transition_to_archive` must be AFTER_ with 1_DAY, 7_DAYS, 14_DAYS, 30_DAYS, 60_DAYS, 90_DAYS, 180_DAYS, 270_DAYS or 365_DAYS, got ${jsonencode(var.transition_to_archive)}."
  }
}

variable "transition_to_ia" {
  type        = string
  description = "When a file that nobody reads moves to Infrequent Access. Null means never."
  default     = null

  validation {
    condition = (
      var.transition_to_ia == null
      ? true
      : contains(
        [
          "AFTER_1_DAY",
          "AFTER_7_DAYS",
          "AFTER_14_DAYS",
          "AFTER_30_DAYS",
          "AFTER_60_DAYS",
          "AFTER_90_DAYS",
          "AFTER_180_DAYS",
          "AFTER_270_DAYS",
          "AFTER_365_DAYS",
        ],
        var.transition_to_ia
      )
    )
    error_message = "`transition_to_ia` must be AFTER_ with 1_DAY, 7_DAYS, 14_DAYS, 30_DAYS, 60_DAYS, 90_DAYS, 180_DAYS, 270_DAYS or 365_DAYS, got ${jsonencode(var.transition_to_ia)}."
  }
}

variable "transition_to_primary_storage_class" {
  type        = string
  description = "When a file moves back to Standard: `AFTER_1_ACCESS`. Null means never."
  default     = null

  validation {
    condition = (
      var.transition_to_primary_storage_class == null
      ? true
      : contains(["AFTER_1_ACCESS"], var.transition_to_primary_storage_class)
    )
    error_message = "`transition_to_primary_storage_class` must be AFTER_1_ACCESS, got ${jsonencode(var.transition_to_primary_storage_class)}."
  }
}
