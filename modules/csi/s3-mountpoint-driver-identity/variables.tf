# Code generated from csi/s3-mountpoint-driver-identity. DO NOT EDIT.

variable "bucket_arns" {
  type        = list(string)
  description = "ARNs of the buckets that the driver may use. General purpose buckets, directory buckets and access points. With an access point give its bucket, too."
  nullable    = false

  validation {
    condition     = length(var.bucket_arns) > 0
    error_message = "`bucket_arns` must hold at least one ARN, got ${jsonencode(var.bucket_arns)}."
  }

  validation {
    condition = alltrue([
      for item in var.bucket_arns : can(regex(
        "^arn:aws[a-z-]*:(s3:::[A-Za-z0-9][A-Za-z0-9._-]+|s3:[a-z0-9-]*:[0-9]{12}:accesspoint/[a-z0-9.-]+|s3express:[a-z0-9-]+:[0-9]{12}:(bucket|accesspoint)/[a-z0-9.-]+)$",
        item
      ))
    ])
    error_message = "`bucket_arns` must hold ARNs of buckets, directory buckets or access points, such as arn:aws:s3:::my-bucket, without a prefix after them, got ${jsonencode([for item in var.bucket_arns : item if !can(regex("^arn:aws[a-z-]*:(s3:::[A-Za-z0-9][A-Za-z0-9._-]+|s3:[a-z0-9-]*:[0-9]{12}:accesspoint/[a-z0-9.-]+|s3express:[a-z0-9-]+:[0-9]{12}:(bucket|accesspoint)/[a-z0-9.-]+)$", item))])}."
  }
}

variable "cluster_arn" {
  type        = string
  description = "ARN of the EKS cluster. It tells the region, the account and the partition, too. Do not give it from a data source with `depends_on`: a plan that changes what the data source waits for would replace the association."
  nullable    = false

  validation {
    condition = can(regex(
      "^arn:aws[a-z-]*:eks:[a-z0-9-]+:[0-9]{12}:cluster/[A-Za-z0-9][A-Za-z0-9_-]{0,99}$",
      var.cluster_arn
    ))
    error_message = "`cluster_arn` must be the ARN of an EKS cluster such as arn:aws:eks:us-west-2:123456789012:cluster/prod, got \"${var.cluster_arn}\"."
  }
}

variable "aws_region" {
  type        = string
  description = "AWS region of the cluster. Give it where the AWS provider is configured for another region. Null means the region of the AWS provider."
  default     = null

  validation {
    condition = (
      var.aws_region == null
      ? true
      : can(regex("^[a-z]{2,4}(-[a-z]+)+-[1-9][0-9]?$", var.aws_region))
    )
    error_message = "`aws_region` must be an AWS region such as us-west-2, got ${jsonencode(var.aws_region)}."
  }
}

variable "bucket_account_ids" {
  type        = list(string)
  description = "IDs of the AWS accounts that own the buckets. Empty means the cluster's own. The ARN of a bucket does not hold its account: a bucket that somebody else made under the name is refused."
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for item in var.bucket_account_ids : can(regex("^[0-9]{12}$", item))])
    error_message = "`bucket_account_ids` must hold IDs of AWS accounts such as 123456789012, got ${jsonencode([for item in var.bucket_account_ids : item if !can(regex("^[0-9]{12}$", item))])}."
  }
}

variable "kms_key_arns" {
  type        = list(string)
  description = "ARNs of the KMS keys that the buckets are encrypted with. Each key's own policy must allow the account, or the role. Buckets that are encrypted by S3 itself need none."
  default     = []
  nullable    = false

  validation {
    condition = alltrue([
      for item in var.kms_key_arns : can(regex(
        "^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$",
        item
      ))
    ])
    error_message = "`kms_key_arns` must hold ARNs of KMS keys such as arn:aws:kms:us-west-2:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab, and no aliases, got ${jsonencode([for item in var.kms_key_arns : item if !can(regex("^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$", item))])}."
  }
}

variable "namespace" {
  type        = string
  description = "Kubernetes namespace of the service account."
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

variable "permissions_boundary_arn" {
  type        = string
  description = "ARN of the policy that bounds what the new role may ever do. Null means no bound."
  default     = null

  validation {
    condition = (
      var.permissions_boundary_arn == null
      ? true
      : can(regex(
        "^arn:aws[a-z-]*:iam::([0-9]{12}|aws):policy/[A-Za-z0-9_+=,.@/-]+$",
        var.permissions_boundary_arn
      ))
    )
    error_message = "`permissions_boundary_arn` must be the ARN of an IAM policy such as arn:aws:iam::123456789012:policy/boundary, got ${jsonencode(var.permissions_boundary_arn)}."
  }

  validation {
    condition     = var.permissions_boundary_arn == null ? true : length(var.role_names) == 0
    error_message = "`permissions_boundary_arn` must be left out with roles of your own, whose bounds are yours to set, got ${jsonencode(var.permissions_boundary_arn)}."
  }
}

variable "read_only" {
  type        = bool
  description = "Whether the buckets may only be read. For StorageClasses whose volumes are read-only, too: a write fails."
  default     = false
  nullable    = false
}

variable "role_names" {
  type        = list(string)
  description = "Names of IAM roles of your own that get the policy, for IRSA or the nodes' roles. Empty means a new role, with a Pod Identity association. The names may be unknown at plan, their number not."
  default     = []
  nullable    = false

  validation {
    condition = alltrue([
      for item in var.role_names : can(regex("^[A-Za-z0-9_+=,.@-]{1,64}$", item))
    ])
    error_message = "`role_names` must hold names of IAM roles such as prod-nodes, without a path, and no ARNs, got ${jsonencode([for item in var.role_names : item if !can(regex("^[A-Za-z0-9_+=,.@-]{1,64}$", item))])}."
  }
}

variable "service_account_name" {
  type        = string
  description = "Name of the service account: the driver's, or that of pods whose volumes have `authenticationSource: pod`."
  default     = "s3-csi-driver-sa"
  nullable    = false

  validation {
    condition = (
      can(regex("^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$", var.service_account_name)) &&
      length(var.service_account_name) <= 253
    )
    error_message = "`service_account_name` must be a name that Kubernetes accepts for a service account: 1 to 253 lower-case letters, digits, hyphens and dots, beginning and ending with a letter or digit, got \"${var.service_account_name}\"."
  }
}
