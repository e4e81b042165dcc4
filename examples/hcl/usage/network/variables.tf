variable "cidr_block" {
  type        = string
  description = "Free IPv4 range of the VPC, an eighth of it for each Availability Zone."
}

variable "cluster_subnet_ids" {
  type        = set(string)
  description = "IDs of the cluster's subnets, which tell its Availability Zones."
}

variable "name" {
  type        = string
  description = "What the names of everything here begin with."
}

variable "node_security_group_id" {
  type        = string
  description = "ID of a security group that all nodes have."
}

variable "vpc_id" {
  type        = string
  description = "ID of the cluster's VPC."
}
