variable "cluster_name" {
  type        = string
  description = "Name of the EKS cluster."
}

variable "kms_key_arn" {
  type        = string
  description = "ARN of your KMS key, in the same region. Its policy lets EFS use it, or leaves that to IAM, as it does by default."
}

variable "region" {
  type        = string
  description = "AWS region of the cluster."
}

variable "subnet_ids" {
  type        = map(string)
  description = "IDs of private subnets of the cluster, by the Availability Zone of each: one for each that has nodes."
}
