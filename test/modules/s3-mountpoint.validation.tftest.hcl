# What each rule accepts and refuses. Nothing is created where one is broken.

mock_provider "helm" {}

variables {
  aws_region  = "us-west-2"
  bucket_name = "my-bucket"
}

run "accepts_a_region_of_another_partition" {
  command = plan

  variables {
    aws_region = "cn-north-1"
  }

  module {
    source = "../../modules/csi/s3-mountpoint"
  }
}

run "refuses_a_region_without_its_number" {
  command = plan

  variables {
    aws_region = "us-west"
  }

  module {
    source = "../../modules/csi/s3-mountpoint"
  }

  expect_failures = [var.aws_region]
}

run "refuses_an_availability_zone_as_region" {
  command = plan

  variables {
    aws_region = "us-west-2a"
  }

  module {
    source = "../../modules/csi/s3-mountpoint"
  }

  expect_failures = [var.aws_region]
}

run "accepts_a_directory_bucket" {
  command = plan

  variables {
    bucket_name = "name--usw2-az1--x-s3"
  }

  module {
    source = "../../modules/csi/s3-mountpoint"
  }
}

run "accepts_the_arn_of_an_access_point" {
  command = plan

  variables {
    bucket_name = "arn:aws:s3:us-west-2:123456789012:accesspoint/name"
  }

  module {
    source = "../../modules/csi/s3-mountpoint"
  }
}

run "accepts_a_legacy_bucket_of_255_characters" {
  command = plan

  variables {
    bucket_name = join("", [for index in range(255) : "A"])
  }

  module {
    source = "../../modules/csi/s3-mountpoint"
  }
}

run "refuses_a_bucket_name_of_256_characters" {
  command = plan

  variables {
    bucket_name = join("", [for index in range(256) : "A"])
  }

  module {
    source = "../../modules/csi/s3-mountpoint"
  }

  expect_failures = [var.bucket_name]
}

run "refuses_the_url_of_a_bucket" {
  command = plan

  variables {
    bucket_name = "s3://my-bucket"
  }

  module {
    source = "../../modules/csi/s3-mountpoint"
  }

  expect_failures = [var.bucket_name]
}

run "refuses_a_prefix_within_a_bucket" {
  command = plan

  variables {
    bucket_name = "my-bucket/prefix"
  }

  module {
    source = "../../modules/csi/s3-mountpoint"
  }

  expect_failures = [var.bucket_name]
}

run "accepts_a_chart_version_with_v" {
  command = plan

  variables {
    helm_chart_version = "v4.4.1"
  }

  module {
    source = "../../modules/csi/s3-mountpoint"
  }
}

run "refuses_a_range_of_chart_versions" {
  command = plan

  variables {
    helm_chart_version = "~> 4.4"
  }

  module {
    source = "../../modules/csi/s3-mountpoint"
  }

  expect_failures = [var.helm_chart_version]
}

run "refuses_a_chart_version_of_two_parts" {
  command = plan

  variables {
    helm_chart_version = "4.4"
  }

  module {
    source = "../../modules/csi/s3-mountpoint"
  }

  expect_failures = [var.helm_chart_version]
}

run "accepts_a_namespace_of_63_characters" {
  command = plan

  variables {
    namespace = join("", [for index in range(63) : "a"])
  }

  module {
    source = "../../modules/csi/s3-mountpoint"
  }
}

run "refuses_a_namespace_of_64_characters" {
  command = plan

  variables {
    namespace = join("", [for index in range(64) : "a"])
  }

  module {
    source = "../../modules/csi/s3-mountpoint"
  }

  expect_failures = [var.namespace]
}

run "refuses_a_namespace_that_kubernetes_refuses" {
  command = plan

  variables {
    namespace = "Kube_System"
  }

  module {
    source = "../../modules/csi/s3-mountpoint"
  }

  expect_failures = [var.namespace]
}

run "accepts_a_class_name_of_253_characters" {
  command = plan

  variables {
    storage_class_name = join("", [for index in range(253) : "a"])
  }

  module {
    source = "../../modules/csi/s3-mountpoint"
  }
}

run "refuses_a_class_name_of_254_characters" {
  command = plan

  variables {
    storage_class_name = join("", [for index in range(254) : "a"])
  }

  module {
    source = "../../modules/csi/s3-mountpoint"
  }

  expect_failures = [var.storage_class_name]
}

run "accepts_a_class_name_with_dots" {
  command = plan

  variables {
    storage_class_name = "fast.storage.example.com"
  }

  module {
    source = "../../modules/csi/s3-mountpoint"
  }
}

run "refuses_a_class_name_that_kubernetes_refuses" {
  command = plan

  variables {
    storage_class_name = "fast_storage"
  }

  module {
    source = "../../modules/csi/s3-mountpoint"
  }

  expect_failures = [var.storage_class_name]
}
