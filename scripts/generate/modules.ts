import type { ITerraformDependable } from "cdktf";
import type { Construct } from "constructs";
import { EfsCsi, S3MountpointCsi } from "../../csi";
import type { Change } from "./change-table";
import { changes } from "./change-table-rows";

/** What one generated module is made from. */
export interface ModuleDefinition {
  /** Folder under modules/csi/, and of the construct and its chart under csi/. */
  readonly name: string;
  /** The construct whose props become the inputs and whose attributes become the outputs. */
  readonly construct: new (
    scope: Construct,
    id: string,
    // biome-ignore lint/suspicious/noExplicitAny: the props come from the variables, whose names the assembly tells.
    props: any,
  ) => Construct & ITerraformDependable;
  /** Props that are no input: the module's contract is older than they are, or they mean nothing to HCL. */
  readonly omit: readonly string[];
  /** What a change of each input does: the rows of a table in the module's README. */
  readonly changes: readonly Change[];
}

/** The modules under modules/csi/. */
export const modules: readonly ModuleDefinition[] = [
  {
    name: "efs",
    construct: EfsCsi,
    omit: ["awsProvider", "dependsOn", "driverValues", "helmProvider", "throughputMode"],
    changes: changes.efs,
  },
  {
    name: "s3-mountpoint",
    construct: S3MountpointCsi,
    omit: ["dependsOn", "driverValues", "helmProvider", "mountOptions", "volumeCount"],
    changes: changes["s3-mountpoint"],
  },
];

/** A root configuration under generated-hcl/. */
export interface RootDefinition {
  /** Folder under generated-hcl/. */
  readonly name: string;
  /** What it deploys, in a sentence. */
  readonly description: string;
  /** The modules' constructs it deploys, by the id each gets. */
  readonly constructs: Readonly<Record<string, ModuleDefinition>>;
}

const [efs, s3] = modules;

/** The root configurations under generated-hcl/. */
export const roots: readonly RootDefinition[] = [
  {
    name: "efs",
    description: "An EFS file system, the EFS CSI driver and a StorageClass.",
    constructs: { efs },
  },
  {
    name: "graphscope",
    description:
      "Both kinds of shared storage for a graph computing platform such as GraphScope: intermediate state and logs on EFS, datasets and checkpoints on S3.",
    constructs: { efs, s3 },
  },
  {
    name: "s3-mountpoint",
    description: "The Mountpoint for Amazon S3 CSI driver and a StorageClass on one bucket.",
    constructs: { s3 },
  },
];
