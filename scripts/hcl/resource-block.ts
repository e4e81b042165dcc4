import type { TerraformResource } from "cdktf";
import { givenArguments, references } from "./arguments";
import { attributesOf, readTree } from "./attribute-tree";
import type { Block } from "./body";
import { refuseProperties } from "./refusals";
import type { ValueReader } from "./tokens";

/**
 * A resource: how many; its arguments; its blocks; what it waits for.
 *
 * @see https://developer.hashicorp.com/terraform/language/style#resource-order
 */
export function resourceBlock(resource: TerraformResource, values: ValueReader): Block {
  refuseProperties(resource, {
    forEach: "use count",
    provider: "use the provider without an alias",
    lifecycle: "do without it",
    connection: "do without it",
    provisioners: "do without them",
  });
  refuseProperties(resource.toTerraform(), {
    import: "import into the state of who uses the HCL",
    moved: "move in the state of who uses the HCL",
  });
  const { count } = resource.terraformMetaArguments;
  const { args, blocks } = readTree(attributesOf(resource), providerOf(resource), values);
  return {
    type: "resource",
    labels: [resource.terraformResourceType, resource.friendlyUniqueId],
    groups: [
      givenArguments({ count: count === undefined ? undefined : values.value(count) }),
      args,
      ...blocks,
      givenArguments({ depends_on: references(resource.dependsOn, values) }),
    ],
  };
}

/** Local name of the provider that a resource takes: how its type begins. */
export function providerOf(resource: TerraformResource): string {
  return resource.terraformResourceType.split("_")[0];
}
