import { TerraformDataSource, TerraformProvider, TerraformResource, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { providerRequirements } from "./internal/provider-requirements";

/**
 * Declares the aws and helm providers that the stack uses, each configured from
 * its environment variables alone (`AWS_REGION`, `AWS_PROFILE`,
 * `KUBE_CONFIG_PATH`, ...).
 *
 * A program then needs no provider binding package. One that has its own
 * `AwsProvider` and `HelmProvider` does without this.
 *
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs#environment-variables
 * @see https://registry.terraform.io/providers/hashicorp/helm/latest/docs
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
    return this.isUsed() ? super.toTerraform() : {};
  }

  public toHclTerraform(): object {
    return this.isUsed() ? super.toHclTerraform() : {};
  }

  /** A provider that no resource needs would be downloaded and configured in vain. */
  private isUsed(): boolean {
    return TerraformStack.of(this)
      .node.findAll()
      .some(
        (element) =>
          (TerraformResource.isTerraformResource(element) ||
            TerraformDataSource.isTerraformDataSource(element)) &&
          element.terraformGeneratorMetadata?.providerName === this.terraformResourceType,
      );
  }
}
