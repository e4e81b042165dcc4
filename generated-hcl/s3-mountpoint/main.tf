# Code generated from csi. DO NOT EDIT.

resource "helm_release" "s3_driver" {
  name             = "aws-mountpoint-s3-csi-driver"
  repository       = "https://awslabs.github.io/mountpoint-s3-csi-driver"
  chart            = "aws-mountpoint-s3-csi-driver"
  version          = "2.7.0"
  namespace        = "kube-system"
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
  s3_storage_class_storage_class = {
    name              = "s3-mountpoint"
    provisioner       = "s3.csi.aws.com"
    reclaimPolicy     = "Retain"
    volumeBindingMode = "Immediate"
  }
}

resource "helm_release" "s3_storage_class" {
  name = join("-", [
    trim(substr("s3-mountpoint", 0, 44), "-."),
    substr(sha256(jsonencode(local.s3_storage_class_storage_class)), 0, 8),
  ])

  chart       = "${path.module}/charts/s3-mountpoint"
  namespace   = "kube-system"
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
    storageClass = local.s3_storage_class_storage_class
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

  depends_on = [helm_release.s3_driver]
}
