mock_provider "aws" {
  override_resource {
    target = aws_security_group.nfs
    values = { id = "sg-0123456789abcdef0" }
  }

  # Each instance has an id of its own: no subnet may be given twice.
  override_resource {
    target = aws_subnet.private[0]
    values = { id = "subnet-11111111" }
  }

  override_resource {
    target = aws_subnet.private[1]
    values = { id = "subnet-22222222" }
  }
}

mock_provider "helm" {}

run "applications_find_the_documented_classes" {
  assert {
    condition     = module.efs.storage_class_name == "efs-sc" && module.s3_mountpoint.storage_class_name == "s3-mountpoint"
    error_message = "Applications claim the documented classes, and no others."
  }
}
