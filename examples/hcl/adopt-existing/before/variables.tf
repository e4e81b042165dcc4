variable "cluster_name" {
  type        = string
  description = "Name of the EKS cluster."
}

variable "region" {
  type        = string
  description = "AWS region of the cluster and the file system."
}

variable "security_group_id" {
  type        = string
  description = "ID of the security group of the mount targets."
}

variable "subnet_ids" {
  type        = map(string)
  description = "ID of the private subnet in each Availability Zone, by the last letter of the zone."
}
