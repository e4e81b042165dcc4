# Code generated from csi/efs-storage-class. DO NOT EDIT.

locals {
  # What Kubernetes holds immutable in a StorageClass. Its digest is part of
  # the release's name: a change replaces the release instead of failing to
  # update it.
  storage_class = {
    name        = var.storage_class_name
    provisioner = "efs.csi.aws.com"
    parameters = merge(
      {
        directoryPerms   = var.directory_perms
        fileSystemId     = var.file_system_id
        provisioningMode = "efs-ap"
      },
      {
        for key, value in {
          az                                                = var.az
          "csi.storage.k8s.io/provisioner-secret-name"      = var.provisioner_secret_name
          "csi.storage.k8s.io/provisioner-secret-namespace" = var.provisioner_secret_namespace
          enableTagging                                     = tostring(var.enable_tagging)
          enforceZoneAffinity                               = tostring(var.enforce_zone_affinity)
          reuseAccessPoint                                  = tostring(var.reuse_access_point)
          basePath                                          = var.base_path
          ensureUniqueDirectory                             = tostring(var.ensure_unique_directory)
          gid                                               = tostring(var.gid)
          gidRangeEnd                                       = tostring(var.gid_range_end)
          gidRangeStart                                     = tostring(var.gid_range_start)
          subPathPattern                                    = var.sub_path_pattern
          uid                                               = tostring(var.uid)
        } : key => value if value != null
      }
    )
    reclaimPolicy     = var.reclaim_policy
    volumeBindingMode = "Immediate"
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
  values = compact([yamlencode({
    chartDigest = sha256(jsonencode({
      for item in fileset("${path.module}/chart", "**") : item => filesha256(
        "${path.module}/chart/${item}"
      )
    }))
    storageClass   = local.storage_class
    annotations    = var.annotations
    isDefaultClass = var.is_default_class
    labels         = var.labels
    mountOptions   = var.mount_options
  })])
}
