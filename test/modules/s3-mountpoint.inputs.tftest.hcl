# What each input decides.

mock_provider "helm" {}

variables {
  aws_region  = "us-west-2"
  bucket_name = "my-bucket"
}

run "aws_region" {
  variables {
    aws_region = "eu-central-1"
  }

  module {
    source = "../../modules/csi/s3-mountpoint"
  }

  assert {
    condition     = yamldecode(helm_release.storage_class.values[0]).volumes.mountOptions[0] == "region eu-central-1"
    error_message = "The volumes must be mounted from the bucket's region."
  }
}

run "bucket_name" {
  variables {
    bucket_name = "arn:aws:s3:us-west-2:123456789012:accesspoint/name"
  }

  module {
    source = "../../modules/csi/s3-mountpoint"
  }

  assert {
    condition     = yamldecode(helm_release.storage_class.values[0]).volumes.bucketName == var.bucket_name
    error_message = "The volumes must be the bucket, as it was given."
  }
}

run "namespace" {
  command = plan

  variables {
    namespace = "storage"
  }

  module {
    source = "../../modules/csi/s3-mountpoint"
  }

  assert {
    condition     = helm_release.driver.namespace == "storage" && helm_release.storage_class.namespace == "storage"
    error_message = "Both releases must be in the namespace."
  }
}

run "helm_chart_version" {
  command = plan

  variables {
    helm_chart_version = "2.5.0"
  }

  module {
    source = "../../modules/csi/s3-mountpoint"
  }

  assert {
    condition     = helm_release.driver.version == "2.5.0"
    error_message = "Any version but 0.1.0 must be installed as given."
  }
}

run "helm_chart_version_with_v" {
  command = plan

  variables {
    helm_chart_version = "v0.1.0"
  }

  module {
    source = "../../modules/csi/s3-mountpoint"
  }

  assert {
    condition     = helm_release.driver.version == "2.7.0"
    error_message = "The documented default must stand for the newest chart tested with a v, too."
  }
}

run "storage_class_name" {
  variables {
    storage_class_name = "datasets"
  }

  module {
    source = "../../modules/csi/s3-mountpoint"
  }

  assert {
    condition     = yamldecode(helm_release.storage_class.values[0]).storageClass.name == "datasets"
    error_message = "The class must have the name."
  }

  assert {
    condition     = can(regex("^datasets-[0-9a-f]{8}$", helm_release.storage_class.name))
    error_message = "The class's release must be named after it, got ${helm_release.storage_class.name}."
  }
}
