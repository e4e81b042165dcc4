import schema from "../../schemas/time.json";
import type { Provider, ResourceBehaviour } from "../provider";
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
