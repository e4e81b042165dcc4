import type { ITerraformDependable } from "cdktf";
import type { Construct } from "constructs";
import {
  EfsCsi,
  EfsCsiDriver,
  EfsCsiIdentity,
  EfsFileSystem,
  EfsStorageClass,
  S3FilesCsi,
  S3FilesCsiIdentity,
  S3FilesFileSystem,
  S3FilesStorageClass,
  S3MountpointCsi,
  S3MountpointCsiDriver,
  S3MountpointCsiIdentity,
  S3MountpointStorageClass,
} from "../../csi";
import type { Rule } from "../../csi/internal/rule-kinds";

type RulesByProp = Readonly<Record<string, readonly Rule[]>>;

/** What one generated module is made from. */
export interface ModuleDefinition {
  /**
   * Folder under modules/csi/, and under csi/: there lie the construct, its
   * chart, the prose (module.md) and changes (changes.yaml) of its README, and
   * its other pages (operating.md, troubleshooting.md).
   */
  readonly name: string;
  /** The construct whose props become the inputs and whose attributes become the outputs. */
  readonly construct: {
    readonly name: string;
    readonly _rules: RulesByProp;
    // biome-ignore lint/suspicious/noExplicitAny: the props come from the variables, whose names the assembly tells.
    new (scope: Construct, id: string, props: any): Construct & ITerraformDependable;
  };
  /** Props that are another construct in code, and its attributes in HCL. */
  readonly imports?: Readonly<Record<string, Import>>;
  /** Props that must be literal in HCL, and so are no inputs. */
  readonly omit?: readonly string[];
}

/** How the construct that a prop takes is made of what HCL says of it. */
export interface Import {
  /** The interface of the attributes. */
  readonly attributes: string;
  readonly rules: RulesByProp;
  /** Attributes that the module has no use for. */
  readonly omit?: readonly string[];
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  readonly from: (scope: Construct, id: string, attributes: any) => Construct | object;
}

const installedEfsDriver: Import = {
  attributes: "EfsCsiDriverAttributes",
  rules: EfsCsiDriver._attributeRules,
  // Nothing but a program looks at it.
  omit: ["helmChartVersion"],
  from: EfsCsiDriver.fromInstalled,
};

/** The modules under modules/csi/. */
export const modules: readonly ModuleDefinition[] = [
  { name: "efs", construct: EfsCsi },
  { name: "efs-driver", construct: EfsCsiDriver },
  { name: "efs-driver-identity", construct: EfsCsiIdentity },
  {
    name: "efs-file-system",
    construct: EfsFileSystem,
    // Terraform takes nothing but a literal.
    omit: ["preventDestroy"],
  },
  {
    name: "efs-storage-class",
    construct: EfsStorageClass,
    imports: {
      driver: installedEfsDriver,
      fileSystem: {
        attributes: "EfsFileSystemAttributes",
        rules: EfsFileSystem._attributeRules,
        omit: ["fileSystemArn"],
        from: EfsFileSystem.fromFileSystemAttributes,
      },
    },
  },
  { name: "s3-files", construct: S3FilesCsi },
  { name: "s3-files-driver-identity", construct: S3FilesCsiIdentity },
  { name: "s3-files-file-system", construct: S3FilesFileSystem },
  {
    name: "s3-files-storage-class",
    construct: S3FilesStorageClass,
    imports: {
      driver: installedEfsDriver,
      fileSystem: {
        attributes: "S3FilesFileSystemAttributes",
        rules: S3FilesFileSystem._attributeRules,
        from: S3FilesFileSystem.fromFileSystemAttributes,
      },
    },
  },
  { name: "s3-mountpoint", construct: S3MountpointCsi },
  { name: "s3-mountpoint-driver-identity", construct: S3MountpointCsiIdentity },
  { name: "s3-mountpoint-driver", construct: S3MountpointCsiDriver },
  {
    name: "s3-mountpoint-storage-class",
    construct: S3MountpointStorageClass,
    imports: {
      driver: {
        attributes: "S3MountpointCsiDriverAttributes",
        rules: S3MountpointCsiDriver._attributeRules,
        from: S3MountpointCsiDriver.fromInstalled,
      },
    },
  },
];

/** A root configuration under generated-hcl/. */
export interface RootDefinition {
  /** Folder under generated-hcl/. */
  readonly name: string;
  /** What it deploys, in a sentence. */
  readonly description: string;
  /** The modules whose constructs it deploys, by the id each gets. */
  readonly modules: Readonly<Record<string, string>>;
}

/** The root configurations under generated-hcl/. */
export const roots: readonly RootDefinition[] = [
  {
    name: "efs",
    description: "An EFS file system, the EFS CSI driver and a StorageClass.",
    modules: { efs: "efs" },
  },
  {
    name: "graphscope",
    description:
      "Both kinds of shared storage for a graph computing platform such as GraphScope: intermediate state and logs on EFS, datasets and checkpoints on S3.",
    modules: { efs: "efs", s3: "s3-mountpoint" },
  },
  {
    name: "s3-files",
    description:
      "An S3 Files file system on a bucket, the EFS CSI driver with its permissions and a StorageClass.",
    modules: { s3_files: "s3-files" },
  },
  {
    name: "s3-mountpoint",
    description: "The Mountpoint for Amazon S3 CSI driver and a StorageClass on one bucket.",
    modules: { s3: "s3-mountpoint" },
  },
];
