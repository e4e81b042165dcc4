variable "cidr_block" {
  type        = string
  description = "Free IPv4 range of the cluster's VPC, /25 or larger: an eighth of it for the mount target of each Availability Zone."
}

variable "cluster_name" {
  type        = string
  description = "Name of the EKS cluster."
}

variable "region" {
  type        = string
  description = "AWS region of the cluster and the bucket."
}
