variable "cluster_name" {
  type        = string
  description = "Name of the EKS cluster."
}

variable "file_system_id" {
  type        = string
  description = "ID of the file system."
}

variable "mount_targets" {
  type        = list(object({ id = string, subnet_id = string }))
  description = "Mount targets of the file system: the ID of each, and that of its subnet."
}

variable "region" {
  type        = string
  description = "AWS region of the cluster and the file system."
}

variable "security_group_id" {
  type        = string
  description = "ID of the security group of the mount targets."
}
