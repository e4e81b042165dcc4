# What the module gives to its caller.

mock_provider "helm" {}

variables {
  aws_region         = "us-west-2"
  bucket_name        = "my-bucket"
  storage_class_name = "datasets"
}

run "storage_class_name" {
  command = plan

  module {
    source = "../../modules/csi/s3-mountpoint"
  }

  assert {
    condition     = output.storage_class_name == "datasets"
    error_message = "The output must be the class's name, and known at plan."
  }
}
