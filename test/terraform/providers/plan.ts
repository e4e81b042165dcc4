import type { Context, Proposal, ResourceBehaviour } from "./provider";
import type { Attribute, Block } from "./schema";
import { isEqual, isKnown, isObject, type ObjectValue, unknown, type Value } from "./value";

/** A planned change, and the arguments that make it a replacement. */
export interface PlannedChange {
  readonly planned: ObjectValue;
  readonly replacedBy: readonly string[];
}

/** Plans the creation or the update of a resource. */
export function planChange(
  block: Block,
  behaviour: ResourceBehaviour,
  proposal: Proposal,
  context: Context,
): PlannedChange {
  const { prior, config } = proposal;
  const completed = new Completion(behaviour).root(block, proposal);
  const recomputes = prior && behaviour.framework && !isEqual(completed, prior);
  const changed = recomputes
    ? { ...completed, ...recomputed(block, behaviour, config) }
    : completed;
  const planned = behaviour.plan?.(changed, proposal, context) ?? changed;
  const replacedBy = prior
    ? (behaviour.forceNew ?? []).filter((name) => !isEqual(planned[name], prior[name]))
    : [];
  return { planned, replacedBy };
}

/** Fills in defaults, and marks as unknown what will be computed. */
class Completion {
  constructor(private readonly behaviour: ResourceBehaviour) {}

  root(block: Block, { prior, proposed, config }: Proposal): ObjectValue {
    const { defaults = {}, computedBlocks = {} } = this.behaviour;
    const planned: Record<string, Value> = {};
    for (const [name, attribute] of Object.entries(block.attributes ?? {})) {
      const value = proposed[name] ?? null;
      if (config[name] === null && name in defaults) planned[name] = defaults[name] ?? null;
      else if (value === null && attribute.computed && !prior) planned[name] = unknown;
      else planned[name] = this.attribute(attribute, value, prior?.[name], name);
    }
    for (const [name, nested] of Object.entries(block.block_types ?? {})) {
      const leftOut = isEqual(config[name], []) && name in computedBlocks;
      if (leftOut) planned[name] = prior ? (prior[name] ?? []) : unknown;
      else planned[name] = this.content(nested.block, proposed[name] ?? null, prior?.[name], name);
    }
    return planned;
  }

  /** Does the same in a block, or in each of several, unless nothing changes. */
  private content(block: Block, value: Value, prior: Value | undefined, path: string): Value {
    if (isEqual(value, prior)) return value;
    if (Array.isArray(value))
      return value.map((item) => this.content(block, item, undefined, path));
    if (!isObject(value)) return value;
    const planned: Record<string, Value> = {};
    for (const [name, attribute] of Object.entries(block.attributes ?? {})) {
      const given = value[name] ?? null;
      const left = this.behaviour.defaults?.[`${path}.${name}`] ?? null;
      if (given !== null)
        planned[name] = this.attribute(attribute, given, undefined, `${path}.${name}`);
      else planned[name] = left === null && attribute.computed ? unknown : left;
    }
    for (const [name, nested] of Object.entries(block.block_types ?? {})) {
      planned[name] = this.content(nested.block, value[name] ?? null, undefined, `${path}.${name}`);
    }
    return planned;
  }

  private attribute(
    { type, nested_type: nested, write_only: writeOnly }: Attribute,
    value: Value,
    prior: Value | undefined,
    path: string,
  ): Value {
    if (writeOnly) return null;
    if (nested) return this.content({ attributes: nested.attributes }, value, prior, path);
    // To terraform-plugin-sdk a list or set is unknown when one of its items is.
    const isList = type?.[0] === "list" || type?.[0] === "set";
    return isList && !this.behaviour.framework && !isKnown(value) ? unknown : value;
  }
}

/** What a resource of terraform-plugin-framework computes anew in each update. */
function recomputed(block: Block, behaviour: ResourceBehaviour, config: ObjectValue): ObjectValue {
  const { defaults = {}, framework } = behaviour;
  const names = Object.entries(block.attributes ?? {})
    .filter(([name, { computed }]) => computed && config[name] === null)
    .map(([name]) => name)
    .filter((name) => !(name in defaults) && !framework?.stable.includes(name));
  return Object.fromEntries(names.map((name) => [name, unknown]));
}
