# Code generated from csi/s3-mountpoint-storage-class. DO NOT EDIT.

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

variable "authentication_source" {
  type        = string
  description = "Whose AWS permissions a mount has. With `pod` the service account of each workload needs a role of its own, by EKS Pod Identity or IRSA."
  default     = "driver"
  nullable    = false

  validation {
    condition     = contains(["driver", "pod"], var.authentication_source)
    error_message = "`authentication_source` must be driver or pod, got \"${var.authentication_source}\"."
  }
}

variable "cache" {
  type = object({
    medium             = optional(string)
    resource_request   = optional(string)
    size_limit         = optional(string)
    storage_class_name = optional(string)
    type               = optional(string)
  })
  description = "A cache on the node of what is read from the bucket."
  default     = {}
  nullable    = false

  validation {
    condition     = var.cache.medium == null ? true : contains(["Memory"], var.cache.medium)
    error_message = "`cache.medium` must be Memory, got ${jsonencode(var.cache.medium)}."
  }

  validation {
    condition     = var.cache.medium == null ? true : var.cache.type == "emptyDir"
    error_message = "`cache.medium` must be left out unless type is emptyDir, got ${jsonencode(var.cache.medium)}."
  }

  validation {
    condition = (
      var.cache.resource_request == null
      ? true
      : can(regex("^[0-9]+(\\.[0-9]+)?([kMGTPE]|[KMGTPE]i)?$", var.cache.resource_request))
    )
    error_message = "`cache.resource_request` must be a quantity of Kubernetes in bytes, such as 512Mi or 10Gi, got ${jsonencode(var.cache.resource_request)}."
  }

  validation {
    condition     = var.cache.type == "ephemeral" == (var.cache.resource_request != null)
    error_message = "`cache.resource_request` must be given where type is ephemeral, and only there, got ${jsonencode(var.cache.resource_request)}."
  }

  validation {
    condition = (
      var.cache.size_limit == null
      ? true
      : can(regex("^[0-9]+(\\.[0-9]+)?([kMGTPE]|[KMGTPE]i)?$", var.cache.size_limit))
    )
    error_message = "`cache.size_limit` must be a quantity of Kubernetes in bytes, such as 512Mi or 10Gi, got ${jsonencode(var.cache.size_limit)}."
  }

  validation {
    condition     = var.cache.size_limit == null ? true : var.cache.type == "emptyDir"
    error_message = "`cache.size_limit` must be left out unless type is emptyDir, got ${jsonencode(var.cache.size_limit)}."
  }

  validation {
    condition = (
      var.cache.storage_class_name == null
      ? true
      : can(regex(
        "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$",
        var.cache.storage_class_name
      )) &&
      length(var.cache.storage_class_name) <= 253
    )
    error_message = "`cache.storage_class_name` must be a name that Kubernetes accepts for a StorageClass: 1 to 253 lower-case letters, digits, hyphens and dots, each part between dots beginning and ending with a letter or digit, got ${jsonencode(var.cache.storage_class_name)}."
  }

  validation {
    condition     = var.cache.type == "ephemeral" == (var.cache.storage_class_name != null)
    error_message = "`cache.storage_class_name` must be given where type is ephemeral, and only there, got ${jsonencode(var.cache.storage_class_name)}."
  }

  validation {
    condition     = var.cache.type == null ? true : contains(["emptyDir", "ephemeral"], var.cache.type)
    error_message = "`cache.type` must be emptyDir or ephemeral, got ${jsonencode(var.cache.type)}."
  }
}

variable "container_resources" {
  type = object({
    limits_cpu      = optional(string)
    limits_memory   = optional(string)
    requests_cpu    = optional(string)
    requests_memory = optional(string)
  })
  description = "CPU and memory of each Mountpoint container, as Kubernetes quantities."
  default     = {}
  nullable    = false

  validation {
    condition = (
      var.container_resources.limits_cpu == null
      ? true
      : can(regex("^([0-9]+m|[0-9]+(\\.[0-9]+)?)$", var.container_resources.limits_cpu))
    )
    error_message = "`container_resources.limits_cpu` must be a quantity of CPUs, such as 100m or 2, got ${jsonencode(var.container_resources.limits_cpu)}."
  }

  validation {
    condition = (
      var.container_resources.limits_memory == null
      ? true
      : can(regex(
        "^[0-9]+(\\.[0-9]+)?([kMGTPE]|[KMGTPE]i)?$",
        var.container_resources.limits_memory
      ))
    )
    error_message = "`container_resources.limits_memory` must be a quantity of Kubernetes in bytes, such as 512Mi or 10Gi, got ${jsonencode(var.container_resources.limits_memory)}."
  }

  validation {
    condition = (
      var.container_resources.requests_cpu == null
      ? true
      : can(regex("^([0-9]+m|[0-9]+(\\.[0-9]+)?)$", var.container_resources.requests_cpu))
    )
    error_message = "`container_resources.requests_cpu` must be a quantity of CPUs, such as 100m or 2, got ${jsonencode(var.container_resources.requests_cpu)}."
  }

  validation {
    condition = (
      var.container_resources.requests_memory == null
      ? true
      : can(regex(
        "^[0-9]+(\\.[0-9]+)?([kMGTPE]|[KMGTPE]i)?$",
        var.container_resources.requests_memory
      ))
    )
    error_message = "`container_resources.requests_memory` must be a quantity of Kubernetes in bytes, such as 512Mi or 10Gi, got ${jsonencode(var.container_resources.requests_memory)}."
  }
}

variable "https_proxy" {
  type        = string
  description = "Address of the HTTPS proxy through which Mountpoint reaches S3. Needs the chart 2.6.0. Null means no proxy."
  default     = null

  validation {
    condition = (
      var.https_proxy == null
      ? true
      : can(regex("^https?://[!#-\\[\\]-z|}~]+$", var.https_proxy))
    )
    error_message = "`https_proxy` must be the address of a proxy, such as http://proxy.example.com:3128, got ${jsonencode(var.https_proxy)}."
  }
}

variable "is_default_class" {
  type        = bool
  description = "Whether claims that name no class get this one."
  default     = false
  nullable    = false
}

variable "keeper_enabled" {
  type        = bool
  description = "Whether a CronJob gives volumes back whose claims were deleted. Kubernetes does not: without it each claim ever made uses a volume up."
  default     = true
  nullable    = false
}

variable "keeper_image" {
  type        = string
  description = "Image of the keeper, by its tag or digest: any with `/bin/sh` and curl 7.75. Name a mirror where the nodes cannot reach `public.ecr.aws`."
  default     = "public.ecr.aws/amazonlinux/amazonlinux:2023.12.20260706.1"
  nullable    = false

  validation {
    condition     = can(regex("^[a-z0-9][A-Za-z0-9._/:-]*[:@][A-Za-z0-9._:-]+$", var.keeper_image))
    error_message = "`keeper_image` must be an image with a tag or digest, such as registry.example.com/curl:8.18.0, got \"${var.keeper_image}\"."
  }
}

variable "keeper_schedule" {
  type        = string
  description = "When the keeper runs, as the schedule of a CronJob."
  default     = "* * * * *"
  nullable    = false

  validation {
    condition = can(regex(
      "^(@[a-z]+|[0-9A-Za-z*/,?-]+( [0-9A-Za-z*/,?-]+){4})$",
      var.keeper_schedule
    ))
    error_message = "`keeper_schedule` must be a schedule of a CronJob, such as * * * * * or @hourly, got \"${var.keeper_schedule}\"."
  }
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
  description = "Further mount options of Mountpoint, one an item, such as `uid 1000` or `allow-root`. One of the same name as one of ours stands in its place: ours are the region, and what lets any user of a pod read, write, overwrite and delete. A change reaches a running pod when the pod is restarted."
  default     = []
  nullable    = false

  validation {
    condition = alltrue([
      for item in var.mount_options : can(regex(
        "^(--)?(allow-delete|allow-other|allow-overwrite|allow-root|debug|debug-crt|dual-stack|force-path-style|incremental-upload|log-metrics|no-log|no-sign-request|requester-pays|transfer-acceleration|(aws-max-attempts|max-threads|maximum-throughput-gbps|otlp-export-interval|part-size|read-part-size|write-part-size)[ =][1-9][0-9]*|(bind|cache-xz|endpoint-url|otlp-endpoint|storage-class)[ =][!#-\\[\\]-z|}~]+|bucket-type[ =](general-purpose|directory)|(dir-mode|file-mode)[ =]0*[0-7]{1,3}|expected-bucket-owner[ =][0-9]{12}|(gid|uid)[ =][1-9][0-9]{0,9}|(metadata-ttl|negative-metadata-ttl)[ =]([0-9]{1,10}|indefinite|minimal)|prefix[ =][!#-.0-\\[\\]-z|}~][!#-\\[\\]-z|}~]*/|region[ =][a-z]{2,4}(-[a-z]+)+-[1-9][0-9]?|sse[ =](aws:kms|aws:kms:dsse|AES256)|sse-kms-key-id[ =]arn:[!#-\\[\\]-z|}~]+:key[!#-\\[\\]-z|}~]+|upload-checksums[ =](crc32c|off))$",
        item
      ))
    ])
    error_message = "`mount_options` must hold one option of Mountpoint 1.22.3 an item, by its long name and with a value of its kind, such as allow-root, uid 1000, dir-mode 0755 or prefix logs/, and none of those that the driver sets, got ${jsonencode([for item in var.mount_options : item if !can(regex("^(--)?(allow-delete|allow-other|allow-overwrite|allow-root|debug|debug-crt|dual-stack|force-path-style|incremental-upload|log-metrics|no-log|no-sign-request|requester-pays|transfer-acceleration|(aws-max-attempts|max-threads|maximum-throughput-gbps|otlp-export-interval|part-size|read-part-size|write-part-size)[ =][1-9][0-9]*|(bind|cache-xz|endpoint-url|otlp-endpoint|storage-class)[ =][!#-\\[\\]-z|}~]+|bucket-type[ =](general-purpose|directory)|(dir-mode|file-mode)[ =]0*[0-7]{1,3}|expected-bucket-owner[ =][0-9]{12}|(gid|uid)[ =][1-9][0-9]{0,9}|(metadata-ttl|negative-metadata-ttl)[ =]([0-9]{1,10}|indefinite|minimal)|prefix[ =][!#-.0-\\[\\]-z|}~][!#-\\[\\]-z|}~]*/|region[ =][a-z]{2,4}(-[a-z]+)+-[1-9][0-9]?|sse[ =](aws:kms|aws:kms:dsse|AES256)|sse-kms-key-id[ =]arn:[!#-\\[\\]-z|}~]+:key[!#-\\[\\]-z|}~]+|upload-checksums[ =](crc32c|off))$", item))])}."
  }

  validation {
    condition     = length(distinct([for item in var.mount_options : replace(item, "/^-+|[ =].*/", "")])) == length(var.mount_options)
    error_message = "`mount_options` must hold each option once, got ${jsonencode(var.mount_options)}."
  }

  validation {
    condition = (
      !anytrue([for item in var.mount_options : can(regex("^(--)?(allow-other)([ =:]|$)", item))]) ||
      !anytrue([for item in var.mount_options : can(regex("^(--)?(allow-root)([ =:]|$)", item))])
    )
    error_message = "`mount_options` must not hold allow-other together with allow-root: leave one of them out, got ${jsonencode(var.mount_options)}."
  }

  validation {
    condition = (
      !anytrue([for item in var.mount_options : can(regex("^(--)?(no-log)([ =:]|$)", item))]) ||
      !anytrue([for item in var.mount_options : can(regex("^(--)?(debug|debug-crt|log-metrics)([ =:]|$)", item))])
    )
    error_message = "`mount_options` must not hold no-log together with debug or debug-crt or log-metrics: leave one of them out, got ${jsonencode(var.mount_options)}."
  }

  validation {
    condition = (
      !anytrue([for item in var.mount_options : can(regex("^(--)?(part-size)([ =:]|$)", item))]) ||
      !anytrue([for item in var.mount_options : can(regex("^(--)?(read-part-size|write-part-size)([ =:]|$)", item))])
    )
    error_message = "`mount_options` must not hold part-size together with read-part-size or write-part-size: leave one of them out, got ${jsonencode(var.mount_options)}."
  }

  validation {
    condition = (
      !anytrue([for item in var.mount_options : can(regex("^(--)?(otlp-export-interval)([ =:]|$)", item))]) ||
      anytrue([for item in var.mount_options : can(regex("^(--)?(otlp-endpoint)([ =:]|$)", item))])
    )
    error_message = "`mount_options` must hold otlp-endpoint where it holds otlp-export-interval: add it, or leave otlp-export-interval out, got ${jsonencode(var.mount_options)}."
  }

  validation {
    condition = (
      !anytrue([for item in var.mount_options : can(regex("^(--)?(sse-kms-key-id)([ =:]|$)", item))]) ||
      anytrue([for item in var.mount_options : can(regex("^(--)?(sse[ =]aws:kms)([ =:]|$)", item))])
    )
    error_message = "`mount_options` must hold sse aws:kms where it holds sse-kms-key-id: add it, or leave sse-kms-key-id out, got ${jsonencode(var.mount_options)}."
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

variable "no_proxy" {
  type        = string
  description = "Hosts that are reached without the proxy, with commas between. Null means none."
  default     = null

  validation {
    condition = (
      var.no_proxy == null
      ? true
      : can(regex("^[A-Za-z0-9.:/*[\\]_-]+(,[A-Za-z0-9.:/*[\\]_-]+)*$", var.no_proxy))
    )
    error_message = "`no_proxy` must be hosts with commas between, such as .amazonaws.com,169.254.170.23, got ${jsonencode(var.no_proxy)}."
  }
}

variable "prefix" {
  type        = string
  description = "Key prefix that is mounted instead of the whole bucket, such as `team-a/`. It is what a pod sees, and no fence: that is the policy of the role that mounts. A change reaches a running pod when the pod is restarted. Null means the whole bucket."
  default     = null

  validation {
    condition = (
      var.prefix == null
      ? true
      : can(regex("^[!#-.0-\\[\\]-z|}~][!#-\\[\\]-z|}~]*/$", var.prefix))
    )
    error_message = "`prefix` must end with / and not begin with it, such as team-a/, got ${jsonencode(var.prefix)}."
  }
}

variable "read_only" {
  type        = bool
  description = "Whether pods may only read. A class that reads takes claims for `ReadOnlyMany` alone, one that writes those for `ReadWriteMany` and `ReadWriteOnce`. A change reaches a running pod when the pod is restarted."
  default     = false
  nullable    = false
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

variable "sts_region" {
  type        = string
  description = "Region of AWS STS that hands out the credentials of pods with IRSA. Null means the region of the bucket."
  default     = null

  validation {
    condition = (
      var.sts_region == null
      ? true
      : can(regex("^[a-z]{2,4}(-[a-z]+)+-[1-9][0-9]?$", var.sts_region))
    )
    error_message = "`sts_region` must be an AWS region such as us-west-2, got ${jsonencode(var.sts_region)}."
  }

  validation {
    condition     = var.sts_region == null ? true : var.authentication_source == "pod"
    error_message = "`sts_region` must be left out unless the pod authenticates, got ${jsonencode(var.sts_region)}."
  }
}

variable "volume_count" {
  type        = number
  description = "Number of volumes, and so of claims that can be bound at one time. The driver does not provision: a claim is bound to a volume that waits. A volume costs nothing until it is mounted. From 1 to 1000."
  default     = 64
  nullable    = false

  validation {
    condition = (
      var.volume_count >= 1 &&
      var.volume_count <= 1000 &&
      floor(var.volume_count) == var.volume_count
    )
    error_message = "`volume_count` must be a whole number from 1 to 1000, got ${jsonencode(var.volume_count)}."
  }
}
