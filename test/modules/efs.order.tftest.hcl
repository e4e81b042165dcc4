# What waits for what.
#
# A plan that targets one resource holds what that resource waits for, and
# nothing else. A resource that is left out of it has no value to assert on, so
# the run fails.

mock_provider "aws" {
  source = "./mocks/aws"
}

mock_provider "helm" {}

variables {
  aws_region        = "us-west-2"
  cluster_name      = "prod"
  security_group_id = "sg-0123456789abcdef0"
  subnet_ids        = ["subnet-11111111", "subnet-22222222"]
}

run "storage_class_waits_for_the_driver" {
  command = plan

  module {
    source = "../../modules/csi/efs"
  }

  plan_options {
    target = [helm_release.storage_class]
  }

  assert {
    condition     = helm_release.driver.name == "aws-efs-csi-driver"
    error_message = "The class must be created after its driver, and destroyed before it."
  }
}

run "storage_class_waits_for_the_mount_targets" {
  command = plan

  module {
    source = "../../modules/csi/efs"
  }

  plan_options {
    target = [helm_release.storage_class]
  }

  assert {
    condition     = length(aws_efs_mount_target.this) == 2
    error_message = "A claim must not be made before it can be mounted."
  }
}
