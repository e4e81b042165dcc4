import { type ITerraformDependable, type TerraformCount, TerraformResource } from "cdktf";
import type { Construct } from "constructs";

/**
 * A pause between what it waits for and what waits for it.
 *
 * @see https://registry.terraform.io/providers/hashicorp/time/latest/docs/resources/sleep
 */
export class TimeSleep extends TerraformResource {
  public static readonly tfResourceType = "time_sleep";

  /**
   * @param createDuration how long, such as `30s`
   * @param sleepTriggers values of which a change makes it pause again
   */
  constructor(
    scope: Construct,
    id: string,
    private readonly createDuration: string,
    private readonly sleepTriggers: Readonly<Record<string, string>>,
    dependsOn: ITerraformDependable[],
    count?: TerraformCount,
  ) {
    super(scope, id, {
      terraformResourceType: TimeSleep.tfResourceType,
      terraformGeneratorMetadata: { providerName: "time" },
      dependsOn,
      count,
    });
  }

  /** The values, known when the pause is over. */
  public get triggers(): { [key: string]: string } {
    return this.getStringMapAttribute("triggers");
  }

  protected synthesizeAttributes(): { [name: string]: unknown } {
    return { create_duration: this.createDuration, triggers: this.sleepTriggers };
  }

  protected synthesizeHclAttributes(): { [name: string]: unknown } {
    return {
      create_duration: {
        value: this.createDuration,
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      triggers: {
        value: this.sleepTriggers,
        isBlock: false,
        type: "map",
        storageClassType: "stringMap",
      },
    };
  }
}
