import { resolve } from "./apply";
import { Cloud } from "./cloud";
import { planChange } from "./plan";
import type { Context, Provider, Surroundings } from "./provider";
import type { Block } from "./schema";
import { isObject, type ObjectValue, type Value } from "./value";

/**
 * Makes a cloud in which there are objects that nobody applied.
 *
 * @param existing Their arguments by type, and the `id` or what else must not be made up.
 */
export function cloudWith(
  existing: Readonly<Record<string, readonly ObjectValue[]>>,
  providers: readonly Provider[],
  surroundings: Surroundings,
): Cloud {
  const cloud = new Cloud();
  for (const [type, objects] of Object.entries(existing)) {
    const provider = providers.find(({ schema }) => type in schema.resource_schemas);
    if (!provider) throw new Error(`no offline provider knows the type "${type}"`);
    for (const values of objects) declare(provider, cloud, surroundings, type, values);
  }
  return cloud;
}

function declare(
  provider: Provider,
  cloud: Cloud,
  surroundings: Surroundings,
  type: string,
  values: ObjectValue,
): void {
  const { block } = provider.schema.resource_schemas[type];
  const behaviour = provider.resources[type] ?? {};
  const config = complete(type, block, values);
  const { id } = values;
  const context: Context = {
    ...surroundings,
    configuration: {},
    identifier: (prefix) =>
      typeof id === "string" && id.startsWith(`${prefix}-`) ? id : cloud.identifier(prefix, values),
    find: (other, name) => cloud.get(other, name),
    all: (other) => cloud.all(other),
  };
  const proposal = { prior: null, proposed: config, config };
  const { planned } = planChange(block, behaviour, proposal, context);
  const state = resolve(block, planned, behaviour.create?.(planned, context) ?? {});
  cloud.declare(type, behaviour.importId?.(state) ?? String(state.id), state);
}

/** Adds what is left out, as Terraform does with a configuration. */
function complete(name: string, block: Block, values: ObjectValue): ObjectValue {
  const { attributes = {}, block_types: blocks = {} } = block;
  const stranger = Object.keys(values).find((key) => !(key in attributes || key in blocks));
  if (stranger) throw new Error(`${name} has no argument named "${stranger}"`);
  const given = Object.keys(attributes).map((key) => [key, values[key] ?? null]);
  const nested = Object.entries(blocks).map(([key, { nesting_mode: nesting, block: inner }]) => {
    const value = values[key] ?? (nesting === "single" ? null : []);
    return [key, each(`${name}.${key}`, inner, value)];
  });
  return Object.fromEntries([...given, ...nested]);
}

function each(name: string, block: Block, value: Value): Value {
  if (Array.isArray(value)) return value.map((item) => each(name, block, item));
  return isObject(value) ? complete(name, block, value) : value;
}
