mock_provider "aws" {}
mock_provider "helm" {}

override_module {
  target  = module.efs
  outputs = { file_system_id = "fs-0123456789abcdef0", storage_class_name = "efs-sc" }
}

override_module {
  target  = module.s3_mountpoint
  outputs = { storage_class_name = "s3-mountpoint" }
}

run "applications_find_the_file_system" {
  assert {
    condition     = module.efs.file_system_id == "fs-0123456789abcdef0"
    error_message = "The id of the file system is that of the module."
  }
}
