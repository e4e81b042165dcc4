# Code generated from csi. DO NOT EDIT.

variable "aws_region" {
  type        = string
  description = "AWS region where the bucket exists. It may differ from the cluster's. A change reaches a running pod when the pod is restarted."
  nullable    = false

  validation {
    condition     = can(regex("^[a-z]{2,4}(-[a-z]+)+-[1-9][0-9]?$", var.aws_region))
    error_message = "`aws_region` must be an AWS region such as us-west-2, got \"${var.aws_region}\"."
  }
}

variable "bucket_name" {
  type        = string
  description = "Name of the S3 bucket to mount. A general purpose or directory bucket, the alias or the ARN of an access point; it may belong to another account. Every claim sees the whole bucket and may delete in it: switch Bucket Versioning on."
  nullable    = false

  validation {
    condition = (
      can(regex(
        "^([A-Za-z0-9][A-Za-z0-9._-]+[A-Za-z0-9]|arn:[a-z-]+:s3[a-z-]*:[a-z0-9-]*:[0-9]{12}:(accesspoint|outpost)[/:][A-Za-z0-9._/:-]+)$",
        var.bucket_name
      )) &&
      length(var.bucket_name) <= 255
    )
    error_message = "`bucket_name` must be the name of a bucket (3 to 255 letters, digits, dots, hyphens and underscores) or the ARN of an access point; write my-bucket, without s3:// before it and without a prefix after it, got \"${var.bucket_name}\"."
  }
}
