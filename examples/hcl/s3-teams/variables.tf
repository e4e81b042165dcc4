variable "bucket_name" {
  type        = string
  description = "Name of a bucket, in the same region."
}

variable "cluster_name" {
  type        = string
  description = "Name of the EKS cluster."
}

variable "region" {
  type        = string
  description = "AWS region of the cluster and the bucket."
}

variable "teams" {
  type        = set(string)
  description = "The teams: each is the name of its namespace and, with a slash, of its prefix."
  default     = ["team-a", "team-b"]
}
