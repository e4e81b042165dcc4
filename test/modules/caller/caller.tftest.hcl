# Mocked providers make up ids such as "hetodqka", which the modules refuse as no
# id of AWS: give those that reach them.

mock_provider "aws" {
  override_resource {
    target = aws_security_group.nfs
    values = { id = "sg-0123456789abcdef0" }
  }
}

mock_provider "helm" {}

run "applications_find_the_documented_classes" {
  variables {
    subnet_ids = ["subnet-11111111", "subnet-22222222"]
  }

  assert {
    condition     = module.efs.storage_class_name == "efs-sc" && module.s3_mountpoint.storage_class_name == "s3-mountpoint"
    error_message = "Applications claim the documented classes, and no others."
  }
}
