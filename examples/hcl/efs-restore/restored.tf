locals {
  # What the restore job made.
  file_system_id = "fs-0a1b2c3d4e5f60718"

  # What `ls -ln` shows on the root: the directory of each claim, and its owner.
  directories = {
    efs-volume = {
      path = "/aws-backup-restore_2026-05-14T17-27-00-417720408Z/pvc-1f0c5d0e-3b1c-4d55-9f1e-6f0f6a1b2c3d"
      uid  = 50000
      gid  = 50000
    }
  }
}

# Leave it out where the job restored into the file system that the module made.
import {
  to = module.efs.aws_efs_file_system.this
  id = local.file_system_id
}

resource "aws_efs_access_point" "restored" {
  for_each = local.directories

  region         = local.region
  file_system_id = module.efs.file_system_id

  posix_user {
    uid = each.value.uid
    gid = each.value.gid
  }

  root_directory {
    path = each.value.path
  }

  tags = {
    Name = each.key
  }
}

output "volume_handles" {
  description = "Volume handle of each restored claim."
  value       = { for name, point in aws_efs_access_point.restored : name => "${point.file_system_id}::${point.id}" }
}
