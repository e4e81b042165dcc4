# What the module gives to its caller.

mock_provider "aws" {
  source = "./mocks/aws"
}

mock_provider "helm" {}

variables {
  aws_region         = "us-west-2"
  cluster_name       = "prod"
  security_group_id  = "sg-0123456789abcdef0"
  storage_class_name = "shared"
  subnet_ids         = ["subnet-11111111"]
}

run "file_system_id" {
  module {
    source = "../../modules/csi/efs"
  }

  assert {
    condition     = output.file_system_id == aws_efs_file_system.this.id
    error_message = "The output must be the id of the file system that was created."
  }
}

run "storage_class_name" {
  command = plan

  module {
    source = "../../modules/csi/efs"
  }

  assert {
    condition     = output.storage_class_name == "shared"
    error_message = "The output must be the class's name, and known at plan."
  }
}
