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

  # The chart updates its daemon set one node at a time. At half a minute
  # each, half an hour does for sixty nodes.
  timeout = 1800

  wait   = true
  values = []
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

  # What Kubernetes holds immutable in a volume, but for its name.
  s3_storage_class_volume_source = {
    driver = "s3.csi.aws.com"
    volumeAttributes = {
      authenticationSource = "driver"
      bucketName           = var.bucket_name
    }
  }
}

# The driver does not provision
# (https://github.com/awslabs/mountpoint-s3-csi-driver/issues/125), so a pool
# of volumes waits for claims. They are named after this id: a volume's source
# is immutable, so another source needs other volumes. Replacing it replaces
# the volumes that no claim is bound to.
resource "terraform_data" "s3_storage_class_pool" {
  triggers_replace = {
    namespace     = "kube-system"
    storage_class = local.s3_storage_class_storage_class
    volume_source = local.s3_storage_class_volume_source
  }
}

resource "helm_release" "s3_storage_class" {
  name        = "s3-mountpoint-${substr(sha256(jsonencode(local.s3_storage_class_storage_class)), 0, 8)}"
  chart       = "${path.module}/charts/s3-mountpoint-storage-class"
  namespace   = "kube-system"
  atomic      = true
  max_history = 10

  # Nothing here has to become ready, and a destroy that waits hangs on
  # volumes that are still bound.
  wait = false

  # Helm's provider sees no edit of a local chart, so a digest of its files is
  # among the values
  # (https://github.com/hashicorp/terraform-provider-helm/issues/515). Where a
  # part of them is unknown, compact makes all unknown: with the experiment
  # `manifest` the provider would render the chart without them.
  values = concat(
    compact([yamlencode({
      chartDigest = sha256(jsonencode({
        for item in fileset("${path.module}/charts/s3-mountpoint-storage-class", "**") : item => filesha256(
          "${path.module}/charts/s3-mountpoint-storage-class/${item}"
        )
      }))
      storageClass   = local.s3_storage_class_storage_class
      annotations    = {}
      isDefaultClass = false
      keeper = {
        enabled  = true
        image    = "public.ecr.aws/amazonlinux/amazonlinux:2023.12.20260706.1"
        schedule = "* * * * *"
      }
      labels = {}
      volumes = {
        accessModes = ["ReadWriteMany", "ReadWriteOnce"]
        capacity    = "1Pi"
        count       = 64
        csi         = local.s3_storage_class_volume_source
        # Without allow-other and these modes only root could use the volumes:
        # what guards the bucket is IAM, and who may make claims.
        mountOptions = [
          "allow-delete",
          "allow-other",
          "allow-overwrite",
          "dir-mode 0777",
          "file-mode 0666",
          "region ${var.aws_region}",
        ]
        pool = terraform_data.s3_storage_class_pool.id
      }
    })]),
    [yamlencode({
      volumes = {
        # The volumes are named after this, too, which stays as it is until
        # the release is installed anew. Helm takes over volumes of the same
        # names that are still being deleted, and they would vanish
        # afterwards.
        install = uuid()
      }
    })]
  )

  lifecycle {
    ignore_changes = [values[1]]
  }

  depends_on = [helm_release.s3_driver]
}
