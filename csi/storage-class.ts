import type { ITerraformDependable } from "cdktf";
import type { IConstruct } from "constructs";

/**
 * A Kubernetes StorageClass that a program makes.
 *
 * Stands in `dependsOn`: what uses the class is then created after it and
 * destroyed before it.
 */
export interface IStorageClass extends IConstruct, ITerraformDependable {
  /** Name of the StorageClass. */
  readonly storageClassName: string;
}
