# Code generated from csi/efs-storage-class. DO NOT EDIT.

variable "file_system_id" {
  type        = string
  description = "ID of the EFS file system, in the cluster's own region and account."
  nullable    = false

  validation {
    condition     = can(regex("^fs-[0-9a-z]+$", var.file_system_id))
    error_message = "`file_system_id` must be the id of an EFS file system such as fs-0123456789abcdef0, got \"${var.file_system_id}\"."
  }
}

variable "annotations" {
  type        = map(string)
  description = "Annotations of the StorageClass."
  default     = {}
  nullable    = false

  validation {
    condition = alltrue([
      for item in keys(var.annotations) : can(regex(
        "^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$",
        item
      ))
    ])
    error_message = "`annotations` must have keys that Kubernetes accepts, such as team or example.com/team, got ${jsonencode([for item in keys(var.annotations) : item if !can(regex("^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$", item))])}."
  }
}

variable "az" {
  type        = string
  description = "Availability Zone of the mount target that pods of another account mount by. Given with the secret. Null means any."
  default     = null

  validation {
    condition = (
      var.az == null
      ? true
      : can(regex("^[a-z]{2,4}(-[a-z0-9]+)+-[1-9][0-9]?[a-z]$", var.az))
    )
    error_message = "`az` must be an Availability Zone such as us-west-2a, got ${jsonencode(var.az)}."
  }

  validation {
    condition     = var.az == null ? true : var.provisioner_secret_name != null
    error_message = "`az` must be given together with the secret of another account, got ${jsonencode(var.az)}."
  }
}

variable "base_path" {
  type        = string
  description = "Directory of the file system for the directories of the claims. An absolute path of at most three directories and 59 characters. EFS makes it with the first claim. Null means the root of the file system."
  default     = null

  validation {
    condition = (
      var.base_path == null
      ? true
      : can(regex("^(/[A-Za-z0-9_-][A-Za-z0-9_.-]*){1,3}$", var.base_path)) &&
      length(var.base_path) <= 59
    )
    error_message = "`base_path` must be an absolute path such as /data: at most three directories and 59 characters, of letters, digits, dots, hyphens and underscores, got ${jsonencode(var.base_path)}."
  }
}

variable "directory_perms" {
  type        = string
  description = "Mode of each claim's directory, in octal digits. Its owner must be able to enter it, or no pod can mount."
  default     = "700"
  nullable    = false

  validation {
    condition     = can(regex("^[0-7]?[1357][0-7]{2}$", var.directory_perms))
    error_message = "`directory_perms` must be three or four octal digits that let the owner enter, such as 700, got \"${var.directory_perms}\"."
  }
}

variable "enable_tagging" {
  type        = bool
  description = "Whether the driver tags its access points. Without tags IAM cannot tell them from others, and AWS's own policy, `AmazonEFSCSIDriverPolicy`, denies every claim. Since chart 4.4.0. Null means true, by the driver."
  default     = null
}

variable "enforce_zone_affinity" {
  type        = bool
  description = "Whether a claim on a One Zone file system binds its pods to that zone. Since chart 3.4.0. Null means false, by the driver."
  default     = null
}

variable "ensure_unique_directory" {
  type        = bool
  description = "Whether a random suffix keeps directories of one pattern apart. Without it claims whose directories have the same name share their files. Given with the pattern. Since chart 2.5.0. Null means true, by the driver."
  default     = null

  validation {
    condition     = var.ensure_unique_directory == null ? true : var.sub_path_pattern != null
    error_message = "`ensure_unique_directory` must be given together with the pattern of the directory's name, got ${jsonencode(var.ensure_unique_directory)}."
  }
}

variable "gid" {
  type        = number
  description = "Group id that every file of the class belongs to, from 1 to 4294967295. Given with `uid`. Null means one of the range for each claim."
  default     = null

  validation {
    condition = (
      var.gid == null
      ? true
      : var.gid >= 1 && var.gid <= 4294967295 && floor(var.gid) == var.gid
    )
    error_message = "`gid` must be a whole number from 1 to 4294967295: the policy of the file system admits nobody as root, got ${jsonencode(var.gid)}."
  }

  validation {
    condition     = var.gid == null == (var.uid == null)
    error_message = "`gid` must be given together with `uid`, or neither, got ${jsonencode(var.gid)}."
  }
}

variable "gid_range_end" {
  type        = number
  description = "Last id that a claim may get, greater than the first. The driver uses the first 51000 of a wider range, from chart 3.4.1 on the first 60000. Null means the end of what the driver can use."
  default     = null

  validation {
    condition = (
      var.gid_range_end == null
      ? true
      : var.gid_range_end >= 1 &&
      var.gid_range_end <= 4294967295 &&
      floor(var.gid_range_end) == var.gid_range_end
    )
    error_message = "`gid_range_end` must be a whole number from 1 to 4294967295: the policy of the file system admits nobody as root, got ${jsonencode(var.gid_range_end)}."
  }

  validation {
    condition     = var.gid_range_end == null == (var.gid_range_start == null)
    error_message = "`gid_range_end` must be given together with the range's start, or neither, got ${jsonencode(var.gid_range_end)}."
  }

  validation {
    condition = (
      var.gid_range_end == null
      ? true
      : var.gid_range_start == null ? true : var.gid_range_end > var.gid_range_start
    )
    error_message = "`gid_range_end` must be greater than the range's start, got ${jsonencode(var.gid_range_end)}."
  }
}

variable "gid_range_start" {
  type        = number
  description = "First id that a claim may get as the user and the group of its files. Given with the range's end. Null means 50000, by the driver."
  default     = null

  validation {
    condition = (
      var.gid_range_start == null
      ? true
      : var.gid_range_start >= 1 &&
      var.gid_range_start <= 4294967295 &&
      floor(var.gid_range_start) == var.gid_range_start
    )
    error_message = "`gid_range_start` must be a whole number from 1 to 4294967295: the policy of the file system admits nobody as root, got ${jsonencode(var.gid_range_start)}."
  }
}

variable "is_default_class" {
  type        = bool
  description = "Whether claims that name no class get this one."
  default     = false
  nullable    = false
}

variable "labels" {
  type        = map(string)
  description = "Labels of the StorageClass. Those that Helm gives it are not replaced."
  default     = {}
  nullable    = false

  validation {
    condition = alltrue([
      for item in keys(var.labels) : can(regex(
        "^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$",
        item
      ))
    ])
    error_message = "`labels` must have keys that Kubernetes accepts, such as team or example.com/team, got ${jsonencode([for item in keys(var.labels) : item if !can(regex("^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$", item))])}."
  }

  validation {
    condition = alltrue([
      for item in values(var.labels) : can(regex(
        "^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$",
        item
      ))
    ])
    error_message = "`labels` must have values that Kubernetes accepts for labels: at most 63 letters, digits, dots, hyphens and underscores, the first and last a letter or digit, got ${jsonencode([for item in values(var.labels) : item if !can(regex("^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$", item))])}."
  }
}

variable "mount_options" {
  type        = list(string)
  description = "Mount options of the volumes, for the EFS mount helper. The driver writes them in lower case. `tls` and the access point are given by itself."
  default     = []
  nullable    = false

  validation {
    condition = alltrue([
      for item in var.mount_options : can(regex(
        "^[a-z][a-z0-9_-]*(=[^\\s,\\x22\\x5c\\x7b]+)?$",
        item
      ))
    ])
    error_message = "`mount_options` must hold one option of the EFS mount helper an item, such as noresvport or rsize=1048576, got ${jsonencode([for item in var.mount_options : item if !can(regex("^[a-z][a-z0-9_-]*(=[^\\s,\\x22\\x5c\\x7b]+)?$", item))])}."
  }
}

variable "namespace" {
  type        = string
  description = "Kubernetes namespace of the driver. It keeps the record of the StorageClass's Helm release, too."
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

variable "provisioner_secret_name" {
  type        = string
  description = "Secret with the role by which the driver reaches a file system of another account. The driver's chart lets it read `x-account` in its own namespace. Given with its namespace. Null means the file system is of the cluster's account."
  default     = null

  validation {
    condition = (
      var.provisioner_secret_name == null
      ? true
      : can(regex("^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$", var.provisioner_secret_name)) &&
      length(var.provisioner_secret_name) <= 253
    )
    error_message = "`provisioner_secret_name` must be the name of a Kubernetes secret such as x-account, got ${jsonencode(var.provisioner_secret_name)}."
  }
}

variable "provisioner_secret_namespace" {
  type        = string
  description = "Namespace of that secret. Given with its name. Null means the file system is of the cluster's account."
  default     = null

  validation {
    condition = (
      var.provisioner_secret_namespace == null
      ? true
      : can(regex("^[a-z0-9]([-a-z0-9]*[a-z0-9])?$", var.provisioner_secret_namespace)) &&
      length(var.provisioner_secret_namespace) <= 63
    )
    error_message = "`provisioner_secret_namespace` must be a name that Kubernetes accepts for a namespace: 1 to 63 lower-case letters, digits and hyphens, beginning and ending with a letter or digit, got ${jsonencode(var.provisioner_secret_namespace)}."
  }

  validation {
    condition     = var.provisioner_secret_namespace == null == (var.provisioner_secret_name == null)
    error_message = "`provisioner_secret_namespace` must be given together with the secret's name, or neither, got ${jsonencode(var.provisioner_secret_namespace)}."
  }
}

variable "reclaim_policy" {
  type        = string
  description = "What becomes of a volume when its claim is deleted. `Delete` deletes the access point, and leaves the directory with its files. `Retain` keeps the access point as well."
  default     = "Delete"
  nullable    = false

  validation {
    condition     = contains(["Delete", "Retain"], var.reclaim_policy)
    error_message = "`reclaim_policy` must be Delete or Retain, got \"${var.reclaim_policy}\"."
  }
}

variable "reuse_access_point" {
  type        = bool
  description = "Whether a claim gets the access point that a claim of its name had before. Claims of one name in two namespaces then share their files. Since chart 2.5.0. Null means false, by the driver."
  default     = null
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

variable "sub_path_pattern" {
  type        = string
  description = "Name of a claim's directory below the base path. Text with `$${.PVC.name}`, `$${.PVC.namespace}` and `$${.PV.name}`. Since chart 2.5.0. Null means the volume's name."
  default     = null

  validation {
    condition = (
      var.sub_path_pattern == null
      ? true
      : can(regex(
        "^([A-Za-z0-9_-]|[$][{][.](PVC[.](name|namespace)|PV[.]name)[}])([A-Za-z0-9_./-]|[$][{][.](PVC[.](name|namespace)|PV[.]name)[}])*$",
        var.sub_path_pattern
      ))
    )
    error_message = "`sub_path_pattern` must be a relative path of letters, digits, hyphens, underscores, dots and the variables .PVC.name, .PVC.namespace and .PV.name, got ${jsonencode(var.sub_path_pattern)}."
  }
}

variable "uid" {
  type        = number
  description = "User id that every file of the class belongs to, from 1 to 4294967295. All claims of the class share it, so that a pod which reaches two of them is the owner in both. Given with `gid`. Null means one of the range for each claim."
  default     = null

  validation {
    condition = (
      var.uid == null
      ? true
      : var.uid >= 1 && var.uid <= 4294967295 && floor(var.uid) == var.uid
    )
    error_message = "`uid` must be a whole number from 1 to 4294967295: the policy of the file system admits nobody as root, got ${jsonencode(var.uid)}."
  }
}
