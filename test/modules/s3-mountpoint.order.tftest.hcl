# What waits for what.
#
# A plan that targets one resource holds what that resource waits for, and
# nothing else. A resource that is left out of it has no value to assert on, so
# the run fails.

mock_provider "helm" {}

variables {
  aws_region  = "us-west-2"
  bucket_name = "my-bucket"
}

run "storage_class_waits_for_the_driver" {
  command = plan

  module {
    source = "../../modules/csi/s3-mountpoint"
  }

  plan_options {
    target = [helm_release.storage_class]
  }

  assert {
    condition     = helm_release.driver.name == "aws-mountpoint-s3-csi-driver"
    error_message = "The class must be created after its driver, and destroyed before it."
  }
}
