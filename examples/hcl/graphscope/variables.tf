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

variable "region" {
  type        = string
  description = "AWS region of everything here."
}
