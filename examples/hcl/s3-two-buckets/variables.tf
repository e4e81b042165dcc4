variable "bucket_name" {
  type        = string
  description = "Name of the bucket that pods write to, in the same region."
}

variable "cluster_name" {
  type        = string
  description = "Name of the EKS cluster."
}

variable "datasets_bucket_name" {
  type        = string
  description = "Name of the bucket that pods read, in the same region."
}

variable "region" {
  type        = string
  description = "AWS region of the cluster and the buckets."
}
