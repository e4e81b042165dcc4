# Code generated from csi/efs-driver-identity. DO NOT EDIT.

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

variable "file_system_arns" {
  type        = list(string)
  description = "ARNs of the file systems that the driver may use. Empty means those that carry the tag `kubernetes.io/cluster/<name>` of the cluster, as the file systems of this product do."
  default     = []
  nullable    = false

  validation {
    condition = alltrue([
      for item in var.file_system_arns : can(regex(
        "^arn:aws[a-z-]*:elasticfilesystem:[a-z0-9-]+:[0-9]{12}:file-system/fs-[0-9a-z]+$",
        item
      ))
    ])
    error_message = "`file_system_arns` must hold ARNs of EFS file systems such as arn:aws:elasticfilesystem:us-west-2:123456789012:file-system/fs-0123456789abcdef0, got ${jsonencode([for item in var.file_system_arns : item if !can(regex("^arn:aws[a-z-]*:elasticfilesystem:[a-z0-9-]+:[0-9]{12}:file-system/fs-[0-9a-z]+$", item))])}."
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

variable "own_access_points_only" {
  type        = bool
  description = "Whether the driver may make and delete only access points that carry the tag `efs.csi.aws.com/cluster-name` with the cluster's name. The ARN of an access point does not hold its file system, so otherwise the driver may delete those of every driver in the account and region. First give the driver the cluster's name, or no claim is served, and give the access points from before the tag, or they cannot be deleted."
  default     = false
  nullable    = false
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
