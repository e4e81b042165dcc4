resource "aws_efs_file_system" "this" {
  lifecycle {
    prevent_destroy = true
  }
}
