import { TerraformProvider, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { providerNames, providerRequirements } from "./internal/provider-requirements";

/**
 * Declares the aws, helm and time providers that the stack uses, each configured from
 * its environment variables alone (`AWS_REGION`, `AWS_PROFILE`,
 * `KUBE_CONFIG_PATH`, ...).
 *
 * A program then needs no provider binding package. A provider without an
 * alias that the stack has already is left to it.
 *
 * The variables of the helm provider are listed at
 * https://registry.terraform.io/providers/hashicorp/helm/latest/docs, those of
 * the aws provider below.
 *
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs#environment-variables
 */
export class EnvironmentProviders extends Construct {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    for (const name of providerNames) {
      new EnvironmentProvider(this, name);
    }
  }
}

class EnvironmentProvider extends TerraformProvider {
  constructor(scope: Construct, name: string) {
    super(scope, name, {
      terraformResourceType: name,
      terraformGeneratorMetadata: { providerName: name },
    });
  }

  public toTerraform(): object {
    return this.declared(super.toTerraform());
  }

  public toHclTerraform(): object {
    return this.declared(super.toHclTerraform());
  }

  /**
   * The declaration, with what the stack requires of the provider; nothing
   * where no resource uses it, for it would be downloaded and configured in
   * vain, nor where another has its place: Terraform takes one without an alias.
   */
  private declared(provider: object): object {
    const name = this.terraformResourceType;
    const requirement = providerRequirements(TerraformStack.of(this))[name];
    return requirement !== undefined && this.isChosen()
      ? { ...provider, terraform: { required_providers: { [name]: requirement } } }
      : {};
  }

  private isChosen(): boolean {
    const candidates = TerraformStack.of(this)
      .node.findAll()
      .filter((element) => TerraformProvider.isTerraformProvider(element))
      .filter(
        ({ terraformResourceType, alias }) =>
          terraformResourceType === this.terraformResourceType && alias === undefined,
      );
    const chosen =
      candidates.find((candidate) => !(candidate instanceof EnvironmentProvider)) ?? candidates[0];
    return chosen === this;
  }
}
