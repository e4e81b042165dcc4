variable "bucket_name" {
  type        = string
  description = "Name of a bucket, in the same region."
}

variable "cluster_name" {
  type        = string
  description = "Name of the EKS cluster."
}

variable "https_proxy" {
  type        = string
  description = "Address of a proxy, where AWS is reached through one and not by all of the endpoints here."
  default     = null
}

variable "no_proxy" {
  type        = string
  description = "What is reached without the proxy: the addresses of the Pod Identity agent, instance metadata, the cluster's services, and the endpoints."
  default     = "169.254.170.23,[fd00:ec2::23],169.254.169.254,10.0.0.0/8,172.20.0.0/16,.svc,.cluster.local"
}

variable "region" {
  type        = string
  description = "AWS region of the cluster and the bucket."
}

variable "route_table_ids" {
  type        = list(string)
  description = "IDs of the route tables of the private subnets."
}

variable "subnet_ids" {
  type        = map(string)
  description = "IDs of private subnets of the cluster, by the Availability Zone of each: one for each that has nodes."
}
