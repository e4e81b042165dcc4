# Code generated from csi/s3-mountpoint-storage-class. DO NOT EDIT.

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

  # What Kubernetes holds immutable in a volume, but for its name.
  volume_source = {
    driver = "s3.csi.aws.com"
    volumeAttributes = merge(
      {
        authenticationSource = var.authentication_source
        bucketName           = var.bucket_name
      },
      {
        for key, value in {
          cache                                      = var.cache.type
          cacheEmptyDirMedium                        = var.cache.medium
          cacheEmptyDirSizeLimit                     = var.cache.size_limit
          cacheEphemeralStorageClassName             = var.cache.storage_class_name
          cacheEphemeralStorageResourceRequest       = var.cache.resource_request
          mountpointContainerResourcesLimitsCpu      = var.container_resources.limits_cpu
          mountpointContainerResourcesLimitsMemory   = var.container_resources.limits_memory
          mountpointContainerResourcesRequestsCpu    = var.container_resources.requests_cpu
          mountpointContainerResourcesRequestsMemory = var.container_resources.requests_memory
          "mountpointEnv.HTTPS_PROXY"                = var.https_proxy
          "mountpointEnv.NO_PROXY"                   = var.no_proxy
          stsRegion                                  = var.sts_region
        } : key => value if value != null
      }
    )
  }

  # By their names: each stands in place of ours of the same name.
  mount_options = { for item in var.mount_options : replace(item, "/^-+|[ =].*/", "") => item }
}

# The driver does not provision
# (https://github.com/awslabs/mountpoint-s3-csi-driver/issues/125), so a pool
# of volumes waits for claims. They are named after this id: a volume's source
# is immutable, so another source needs other volumes. Replacing it replaces
# the volumes that no claim is bound to.
resource "terraform_data" "pool" {
  triggers_replace = {
    namespace     = var.namespace
    storage_class = local.storage_class
    volume_source = local.volume_source
  }
}

resource "helm_release" "this" {
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

  # Helm's provider sees no edit of a local chart, so a digest of its files is
  # among the values
  # (https://github.com/hashicorp/terraform-provider-helm/issues/515). Where a
  # part of them is unknown, compact makes all unknown: with the experiment
  # `manifest` the provider would render the chart without them.
  values = concat(
    compact([yamlencode({
      chartDigest = sha256(jsonencode({
        for item in fileset("${path.module}/chart", "**") : item => filesha256(
          "${path.module}/chart/${item}"
        )
      }))
      storageClass   = local.storage_class
      annotations    = var.annotations
      isDefaultClass = var.is_default_class
      keeper = {
        enabled  = var.keeper_enabled
        image    = var.keeper_image
        schedule = var.keeper_schedule
      }
      labels = var.labels
      volumes = {
        accessModes = var.read_only ? ["ReadOnlyMany"] : ["ReadWriteMany", "ReadWriteOnce"]
        capacity    = "1Pi"
        count       = var.volume_count
        csi         = local.volume_source
        # Without allow-other and these modes only root could use the volumes:
        # what guards the bucket is IAM, and who may make claims.
        mountOptions = values(merge(
          {
            for key, value in {
              "allow-delete" = var.read_only ? null : "allow-delete"
              "allow-other" = (
                contains(keys(local.mount_options), "allow-root")
                ? null
                : "allow-other"
              )
              "allow-overwrite" = var.read_only ? null : "allow-overwrite"
              "dir-mode"        = "dir-mode 0777"
              "file-mode"       = "file-mode 0666"
              prefix            = var.prefix == null ? null : "prefix ${var.prefix}"
              "read-only"       = var.read_only ? "read-only" : null
              region            = "region ${var.aws_region}"
            } : key => value if value != null
          },
          local.mount_options
        ))
        pool = terraform_data.pool.id
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
}
