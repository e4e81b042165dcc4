import { Fn, type TerraformResource, Token } from "cdktf";
import { argument } from "./argument";
import { hclComment } from "./hcl-comment";

type Tags = { [key: string]: string };

/** The tags of a file system of a cluster: those of the caller, under our own. */
export function clusterTags(clusterName: string, tags: Tags = {}): Tags {
  const own = { Name: clusterName, [`kubernetes.io/cluster/${clusterName}`]: "shared" };
  return Token.isUnresolved(tags) ? Fn.merge([tags, argument(own)]) : { ...tags, ...own };
}

/** Says in the HCL why a file system's tag says "shared". */
export function explainTags(fileSystem: TerraformResource): void {
  hclComment(
    fileSystem,
    "Shared, not owned: tools that tear a cluster down delete what it owns.",
    "tags",
  );
}
