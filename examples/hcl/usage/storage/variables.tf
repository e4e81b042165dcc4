variable "bucket_prefix" {
  type        = string
  description = "What the bucket's name begins with."
}
