# What each rule accepts and refuses. Nothing is created where one is broken.

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

run "accepts_a_region_of_another_partition" {
  command = plan

  variables {
    aws_region = "us-gov-west-1"
  }

  module {
    source = "../../modules/csi/efs"
  }
}

run "refuses_a_region_without_its_number" {
  command = plan

  variables {
    aws_region = "us-west"
  }

  module {
    source = "../../modules/csi/efs"
  }

  expect_failures = [var.aws_region]
}

run "refuses_an_availability_zone_as_region" {
  command = plan

  variables {
    aws_region = "us-west-2a"
  }

  module {
    source = "../../modules/csi/efs"
  }

  expect_failures = [var.aws_region]
}

run "accepts_a_cluster_name_of_100_characters" {
  command = plan

  variables {
    cluster_name = join("", [for index in range(100) : "a"])
  }

  module {
    source = "../../modules/csi/efs"
  }
}

run "refuses_a_cluster_name_of_101_characters" {
  command = plan

  variables {
    cluster_name = join("", [for index in range(101) : "a"])
  }

  module {
    source = "../../modules/csi/efs"
  }

  expect_failures = [var.cluster_name]
}

run "refuses_a_cluster_name_that_eks_refuses" {
  command = plan

  variables {
    cluster_name = "prod.eu"
  }

  module {
    source = "../../modules/csi/efs"
  }

  expect_failures = [var.cluster_name]
}

run "accepts_a_legacy_security_group_id" {
  command = plan

  variables {
    security_group_id = "sg-12345678"
  }

  module {
    source = "../../modules/csi/efs"
  }
}

run "refuses_the_name_of_a_security_group" {
  command = plan

  variables {
    security_group_id = "my-group"
  }

  module {
    source = "../../modules/csi/efs"
  }

  expect_failures = [var.security_group_id]
}

run "accepts_one_subnet" {
  command = plan

  variables {
    subnet_ids = ["subnet-12345678"]
  }

  module {
    source = "../../modules/csi/efs"
  }
}

run "refuses_no_subnet" {
  command = plan

  variables {
    subnet_ids = []
  }

  module {
    source = "../../modules/csi/efs"
  }

  expect_failures = [var.subnet_ids]
}

run "refuses_a_subnet_twice" {
  command = plan

  variables {
    subnet_ids = ["subnet-12345678", "subnet-12345678"]
  }

  module {
    source = "../../modules/csi/efs"
  }

  expect_failures = [var.subnet_ids]
}

run "refuses_what_is_no_subnet_id" {
  command = plan

  variables {
    subnet_ids = ["subnet-12345678", "vpc-12345678"]
  }

  module {
    source = "../../modules/csi/efs"
  }

  expect_failures = [var.subnet_ids]
}

run "accepts_a_chart_version_with_v" {
  command = plan

  variables {
    helm_chart_version = "v4.4.1"
  }

  module {
    source = "../../modules/csi/efs"
  }
}

run "refuses_a_range_of_chart_versions" {
  command = plan

  variables {
    helm_chart_version = "~> 4.4"
  }

  module {
    source = "../../modules/csi/efs"
  }

  expect_failures = [var.helm_chart_version]
}

run "refuses_a_chart_version_of_two_parts" {
  command = plan

  variables {
    helm_chart_version = "4.4"
  }

  module {
    source = "../../modules/csi/efs"
  }

  expect_failures = [var.helm_chart_version]
}

run "accepts_a_namespace_of_63_characters" {
  command = plan

  variables {
    namespace = join("", [for index in range(63) : "a"])
  }

  module {
    source = "../../modules/csi/efs"
  }
}

run "refuses_a_namespace_of_64_characters" {
  command = plan

  variables {
    namespace = join("", [for index in range(64) : "a"])
  }

  module {
    source = "../../modules/csi/efs"
  }

  expect_failures = [var.namespace]
}

run "refuses_a_namespace_that_kubernetes_refuses" {
  command = plan

  variables {
    namespace = "Kube_System"
  }

  module {
    source = "../../modules/csi/efs"
  }

  expect_failures = [var.namespace]
}

run "accepts_a_class_name_of_253_characters" {
  command = plan

  variables {
    storage_class_name = join("", [for index in range(253) : "a"])
  }

  module {
    source = "../../modules/csi/efs"
  }
}

run "refuses_a_class_name_of_254_characters" {
  command = plan

  variables {
    storage_class_name = join("", [for index in range(254) : "a"])
  }

  module {
    source = "../../modules/csi/efs"
  }

  expect_failures = [var.storage_class_name]
}

run "accepts_a_class_name_with_dots" {
  command = plan

  variables {
    storage_class_name = "fast.storage.example.com"
  }

  module {
    source = "../../modules/csi/efs"
  }
}

run "refuses_a_class_name_that_kubernetes_refuses" {
  command = plan

  variables {
    storage_class_name = "fast_storage"
  }

  module {
    source = "../../modules/csi/efs"
  }

  expect_failures = [var.storage_class_name]
}
