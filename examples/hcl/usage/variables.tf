variable "cluster_name" {
  type        = string
  description = "Name of the EKS cluster."
}

variable "region" {
  type        = string
  description = "AWS region of the cluster, the network and the bucket."
}
