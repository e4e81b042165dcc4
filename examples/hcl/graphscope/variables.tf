variable "cluster_name" {
  type        = string
  description = "Name of the EKS cluster to make."
  default     = "graphscope"
}

variable "instance_type" {
  type        = string
  description = "Type of the nodes that run the engines."
  default     = "r6i.2xlarge"
}

variable "public_access_cidrs" {
  type        = list(string)
  description = "CIDR blocks from which the cluster's API server can be reached: where you and Terraform are."
}

variable "region" {
  type        = string
  description = "AWS region of everything here."
}
