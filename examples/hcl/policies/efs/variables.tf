variable "aws_region" {
  type        = string
  description = "AWS region of the file system."
}

variable "file_system_id" {
  type        = string
  description = "ID of the file system."
}
