# What the module makes of its required inputs alone.

mock_provider "helm" {}

variables {
  aws_region  = "us-west-2"
  bucket_name = "my-bucket"
}

run "driver" {
  command = plan

  module {
    source = "../../modules/csi/s3-mountpoint"
  }

  assert {
    condition     = helm_release.driver.max_history == 10 && helm_release.storage_class.max_history == 10
    error_message = "Of each release the last ten revisions must be kept, to roll back to, and not all."
  }

  assert {
    condition     = helm_release.driver.name == "aws-mountpoint-s3-csi-driver"
    error_message = "The release must be named like the chart."
  }

  assert {
    condition = (
      helm_release.driver.repository == "https://awslabs.github.io/mountpoint-s3-csi-driver" &&
      helm_release.driver.chart == "aws-mountpoint-s3-csi-driver"
    )
    error_message = "The driver must be installed from its own chart."
  }

  assert {
    condition     = var.helm_chart_version == "0.1.0" && helm_release.driver.version == "2.7.0"
    error_message = "The documented default, which was never published, must stand for the newest chart tested."
  }

  assert {
    condition     = helm_release.driver.namespace == "kube-system"
    error_message = "The documented namespace must be the default."
  }

  assert {
    condition     = helm_release.driver.create_namespace
    error_message = "A namespace that does not exist must be created."
  }

  assert {
    condition     = helm_release.driver.atomic && helm_release.driver.wait
    error_message = "A driver that does not become ready must be rolled back."
  }

  assert {
    condition     = helm_release.driver.timeout >= 1800
    error_message = "The chart updates its daemon set one node at a time."
  }

  assert {
    condition     = helm_release.driver.values == null
    error_message = "The driver must run with its chart's own values."
  }
}

run "storage_class" {
  module {
    source = "../../modules/csi/s3-mountpoint"
  }

  assert {
    condition = yamldecode(helm_release.storage_class.values[0]).storageClass == {
      name              = "s3-mountpoint"
      provisioner       = "s3.csi.aws.com"
      reclaimPolicy     = "Retain"
      volumeBindingMode = "Immediate"
    }
    error_message = "The class must keep the volumes of deleted claims."
  }

  assert {
    condition     = helm_release.storage_class.namespace == "kube-system"
    error_message = "The class's release must be kept in the driver's namespace."
  }

  assert {
    condition     = helm_release.storage_class.atomic && !helm_release.storage_class.wait
    error_message = "A failed install must be rolled back; a destroy must not wait for bound volumes."
  }

  assert {
    condition     = endswith(helm_release.storage_class.chart, "modules/csi/s3-mountpoint/chart")
    error_message = "The class must come from the chart that lies in the module."
  }
}

run "pool" {
  module {
    source = "../../modules/csi/s3-mountpoint"
  }

  assert {
    condition = terraform_data.pool.triggers_replace == {
      bucket_name   = "my-bucket"
      namespace     = "kube-system"
      storage_class = yamldecode(helm_release.storage_class.values[0]).storageClass
    }
    error_message = "Another bucket, namespace or class must name the volumes afresh: a volume's source is immutable."
  }
}

run "volumes" {
  module {
    source = "../../modules/csi/s3-mountpoint"
  }

  assert {
    condition     = yamldecode(helm_release.storage_class.values[0]).volumes.count == 64
    error_message = "There must be a pool of volumes: the driver does not provision."
  }

  assert {
    condition     = yamldecode(helm_release.storage_class.values[0]).volumes.bucketName == "my-bucket"
    error_message = "The volumes must be the bucket."
  }

  assert {
    condition     = yamldecode(helm_release.storage_class.values[0]).volumes.accessModes[0] == "ReadWriteMany"
    error_message = "Kubelet hands the driver the first mode, and Mountpoint refuses ReadWriteOnce."
  }

  assert {
    condition     = toset(yamldecode(helm_release.storage_class.values[0]).volumes.accessModes) == toset(["ReadWriteMany", "ReadOnlyMany", "ReadWriteOnce"])
    error_message = "A claim of each of the three modes must bind."
  }

  assert {
    condition = yamldecode(helm_release.storage_class.values[0]).volumes.mountOptions == [
      "region us-west-2",
      "allow-delete",
      "allow-overwrite",
      "allow-other",
      "dir-mode 0777",
      "file-mode 0666",
    ]
    error_message = "Any user of a pod must be able to read, write, overwrite and delete."
  }
}
