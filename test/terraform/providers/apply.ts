import type { Attribute, Block, CtyType } from "./schema";
import { isObject, type ObjectValue, Unknown, type Value } from "./value";

/**
 * Gives each unknown value of a planned object a known one.
 *
 * @param computed Values by name; what is not among them becomes the zero value of its type.
 */
export function resolve(block: Block, planned: ObjectValue, computed: ObjectValue): ObjectValue {
  const state: Record<string, Value> = {};
  for (const [name, attribute] of Object.entries(block.attributes ?? {})) {
    const value = planned[name] ?? null;
    state[name] =
      value instanceof Unknown ? (computed[name] ?? zero(attribute)) : known(attribute, value);
  }
  for (const [name, nested] of Object.entries(block.block_types ?? {})) {
    const value = planned[name] ?? null;
    state[name] =
      value instanceof Unknown
        ? (computed[name] ?? [])
        : each(value, nested.block, computed[name] ?? null);
  }
  return state;
}

function known({ nested_type: nested }: Attribute, value: Value): Value {
  return nested ? each(value, { attributes: nested.attributes }, null) : value;
}

function each(value: Value, block: Block, computed: Value): Value {
  if (Array.isArray(value)) {
    const items = Array.isArray(computed) ? computed : [];
    return value.map((item, index) => each(item, block, items[index] ?? null));
  }
  return isObject(value) ? resolve(block, value, isObject(computed) ? computed : {}) : value;
}

function zero({ type, nested_type: nested }: Attribute): Value {
  if (type) return zeroOf(type);
  return nested?.nesting_mode === "single" ? null : [];
}

function zeroOf(type: CtyType): Value {
  if (type === "string") return "";
  if (type === "number") return 0;
  if (type === "bool") return false;
  return type[0] === "list" || type[0] === "set" ? [] : {};
}
