// The provider resources that the constructs are made of. The build bundles them
// from here into the package, so that a program needs no provider binding: those
// of AWS alone take 390 MB.
export { EfsBackupPolicy } from "@cdktf/provider-aws/lib/efs-backup-policy";
export { EfsFileSystem as EfsFileSystemResource } from "@cdktf/provider-aws/lib/efs-file-system";
export { EfsFileSystemPolicy } from "@cdktf/provider-aws/lib/efs-file-system-policy";
export {
  EfsMountTarget,
  type EfsMountTargetConfig,
} from "@cdktf/provider-aws/lib/efs-mount-target";
export { EksPodIdentityAssociation } from "@cdktf/provider-aws/lib/eks-pod-identity-association";
export { IamRole } from "@cdktf/provider-aws/lib/iam-role";
export { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
export { Release } from "@cdktf/provider-helm/lib/release";
