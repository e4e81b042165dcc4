import { TerraformResource } from "cdktf";
import type { Construct } from "constructs";

/**
 * Terraform's own resource with nothing behind it but an id.
 *
 * cdktf's `DataResource` would run `terraform version` in each synthesis, which
 * takes longer than the rest of it.
 *
 * @see https://developer.hashicorp.com/terraform/language/resources/terraform-data
 */
export class TerraformData extends TerraformResource {
  /**
   * @param triggersReplace values of which a change replaces it, by a new id; none if omitted
   */
  constructor(
    scope: Construct,
    id: string,
    private readonly triggersReplace?: Readonly<Record<string, unknown>>,
  ) {
    super(scope, id, {
      terraformResourceType: "terraform_data",
      terraformGeneratorMetadata: { providerName: "terraform" },
    });
  }

  /** Known after the apply. */
  public get id(): string {
    return this.getStringAttribute("id");
  }

  protected synthesizeAttributes(): { [name: string]: unknown } {
    return { triggers_replace: this.triggersReplace };
  }

  protected synthesizeHclAttributes(): { [name: string]: unknown } {
    return {
      triggers_replace: {
        value: this.triggersReplace,
        isBlock: false,
        type: "map",
        storageClassType: "anyMap",
      },
    };
  }
}
