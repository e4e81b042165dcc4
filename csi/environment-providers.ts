import { TerraformDataSource, TerraformProvider, TerraformResource, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { providerRequirements } from "./internal/provider-requirements";

/**
 * Declares the aws and helm providers that the stack uses, each configured from
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
    for (const name of Object.keys(providerRequirements)) {
      new EnvironmentProvider(this, name);
    }
  }
}

class EnvironmentProvider extends TerraformProvider {
  constructor(scope: Construct, name: string) {
    const { source, version } = providerRequirements[name];
    super(scope, name, {
      terraformResourceType: name,
      terraformProviderSource: source,
      terraformGeneratorMetadata: { providerName: name, providerVersionConstraint: version },
    });
  }

  public toTerraform(): object {
    return this.isNeeded() ? super.toTerraform() : {};
  }

  public toHclTerraform(): object {
    return this.isNeeded() ? super.toHclTerraform() : {};
  }

  /**
   * Not where no resource uses it, for it would be downloaded and configured in
   * vain; nor where another has its place: Terraform takes one without an alias.
   */
  private isNeeded(): boolean {
    const elements = TerraformStack.of(this).node.findAll();
    const isUsed = elements.some(
      (element) =>
        (TerraformResource.isTerraformResource(element) ||
          TerraformDataSource.isTerraformDataSource(element)) &&
        element.terraformGeneratorMetadata?.providerName === this.terraformResourceType,
    );
    const candidates = elements
      .filter((element) => TerraformProvider.isTerraformProvider(element))
      .filter(
        ({ terraformResourceType, alias }) =>
          terraformResourceType === this.terraformResourceType && alias === undefined,
      );
    const chosen =
      candidates.find((candidate) => !(candidate instanceof EnvironmentProvider)) ?? candidates[0];
    return isUsed && chosen === this;
  }
}
