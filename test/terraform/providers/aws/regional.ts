import type { ResourceBehaviour } from "../provider";
import { isKnown, isObject, unknown } from "../value";
import { configuredRegion } from "./account";

/**
 * Adds what all AWS resources have in common: `region` and `tags_all`.
 *
 * A region that is left out is the provider's, known at plan. A changed one replaces the object.
 *
 * @see https://github.com/hashicorp/terraform-provider-aws/blob/v6.25.0/internal/provider/sdkv2/region.go
 * @see https://github.com/hashicorp/terraform-provider-aws/blob/v6.25.0/internal/provider/sdkv2/tags_interceptor.go
 */
export function regional(behaviour: ResourceBehaviour): ResourceBehaviour {
  return {
    ...behaviour,
    forceNew: ["region", ...(behaviour.forceNew ?? [])],
    plan: (planned, proposal, context) => {
      const { prior, config } = proposal;
      const next = { ...planned };
      if ("region" in planned && config.region === null && !prior) {
        next.region = configuredRegion(context);
      }
      if ("tags_all" in planned) {
        // A provider of the tests has no default tags.
        const { tags = null } = planned;
        if (!isKnown(tags)) next.tags_all = unknown;
        else if (isObject(tags) && Object.keys(tags).length > 0) next.tags_all = tags;
        else if (prior) next.tags_all = {};
      }
      return behaviour.plan?.(next, proposal, context) ?? next;
    },
  };
}
