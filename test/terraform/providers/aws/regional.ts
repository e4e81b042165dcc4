import type { ResourceBehaviour } from "../provider";
import { isKnown, isObject, type ObjectValue, Unknown, type Value } from "../value";
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
        const tags = allTags(planned, context.configuration);
        if (tags instanceof Unknown || Object.keys(tags).length > 0) next.tags_all = tags;
        else if (prior) next.tags_all = {};
      }
      return behaviour.plan?.(next, proposal, context) ?? next;
    },
  };
}

/** The provider's default tags and the resource's own. */
function allTags({ tags }: ObjectValue, configuration: ObjectValue): ObjectValue | Unknown {
  const [block] = Array.isArray(configuration.default_tags) ? configuration.default_tags : [];
  const defaults = isObject(block) ? (block.tags ?? null) : null;
  const unknownPart = [tags ?? null, defaults].find((part) => !isKnown(part));
  if (unknownPart !== undefined) return new Unknown();
  const part = (value: Value | undefined) => (isObject(value) ? value : {});
  return { ...part(defaults), ...part(tags) };
}
