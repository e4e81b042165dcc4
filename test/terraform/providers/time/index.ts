import schema from "../../schemas/time.json";
import { type Provider, ProviderError, type ResourceBehaviour } from "../provider";
import type { ProviderSchema } from "../schema";
import { isObject } from "../value";

/**
 * Does not sleep: what is made before it and after it is seen in the order of an apply.
 *
 * @see https://github.com/hashicorp/terraform-provider-time/blob/v0.13.1/internal/provider/resource_time_sleep.go
 */
const sleep: ResourceBehaviour = {
  forceNew: ["triggers"],
  framework: { stable: ["id"] },
  validate: (config) => {
    for (const name of ["create_duration", "destroy_duration"]) {
      const duration = config[name];
      if (typeof duration !== "string" || /^[0-9]+(\.[0-9]+)?(ms|s|m|h)$/.test(duration)) continue;
      throw new ProviderError(
        "Invalid Attribute Value Match",
        `Attribute ${name} must be a number immediately followed by ms (milliseconds), s (seconds), m (minutes), or h (hours). For example, "30s" for 30 seconds., got: ${duration}`,
        name,
      );
    }
  },
  create: () => ({ id: "2025-01-01T00:00:30Z" }),
  importId: ({ create_duration: create, destroy_duration: destroy, triggers }) => {
    const pairs = Object.entries(isObject(triggers) ? triggers : {});
    return [create ?? "", destroy ?? "", ...pairs.map((pair) => pair.join("="))].join(",");
  },
};

/** Stands in for hashicorp/time 0.x. */
export const time: Provider = {
  source: "hashicorp/time",
  schema: schema as unknown as ProviderSchema,
  library: "framework",
  resources: { time_sleep: sleep },
  dataSources: {},
};
