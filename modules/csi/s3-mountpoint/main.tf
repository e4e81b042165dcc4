# Code generated from csi/s3-mountpoint. DO NOT EDIT.

locals {
  # Version 0.1.0 was never published: it stands for the newest chart that
  # this module is tested with.
  chart_version = var.helm_chart_version == "0.1.0" ? "2.7.0" : var.helm_chart_version
}

resource "helm_release" "driver" {
  name             = "aws-mountpoint-s3-csi-driver"
  repository       = "https://awslabs.github.io/mountpoint-s3-csi-driver"
  chart            = "aws-mountpoint-s3-csi-driver"
  version          = local.chart_version
  namespace        = var.namespace
  create_namespace = true

  # A failed install is rolled back, so that the next apply does not find its
  # name in use.
  atomic = true

  max_history = 10

  # More than Helm's five minutes: a daemon set rolls slowly over many nodes,
  # and a pod in use may take ten to stop.
  timeout = 900

  wait = true
}

locals {
  # What Kubernetes holds immutable in a StorageClass. Its digest is part of
  # the release's name: a change replaces the release instead of failing to
  # update it.
  storage_class = {
    name              = var.storage_class_name
    provisioner       = "s3.csi.aws.com"
    reclaimPolicy     = "Retain"
    volumeBindingMode = "Immediate"
  }
}

resource "helm_release" "storage_class" {
  name = join("-", [
    trim(substr(var.storage_class_name, 0, 44), "-."),
    substr(sha256(jsonencode(local.storage_class)), 0, 8),
  ])

  chart       = "${path.module}/chart"
  namespace   = var.namespace
  atomic      = true
  max_history = 10

  # Nothing here has to become ready, and a destroy that waits hangs on
  # volumes that are still bound.
  wait = false

  # The driver does not provision
  # (https://github.com/awslabs/mountpoint-s3-csi-driver/issues/125), so a
  # pool of volumes waits for claims. Without the last three options only root
  # could use them: what guards the bucket is IAM, and who may make claims.
  values = [yamlencode({
    chartDigest  = "28da8d21c028f7b6"
    storageClass = local.storage_class
    volumes = {
      accessModes = ["ReadWriteMany", "ReadOnlyMany", "ReadWriteOnce"]
      bucketName  = var.bucket_name
      capacity    = "1Pi"
      count       = 64
      mountOptions = [
        "region ${var.aws_region}",
        "allow-delete",
        "allow-overwrite",
        "allow-other",
        "dir-mode 0777",
        "file-mode 0666",
      ]
    }
  })]

  depends_on = [helm_release.driver]
}
