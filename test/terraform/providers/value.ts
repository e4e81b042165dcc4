import { isDeepStrictEqual } from "node:util";
import { decode, ExtensionCodec, encode } from "@msgpack/msgpack";

/** A value that Terraform does not know yet ("known after apply"). */
export class Unknown {
  /** @param refinement What Terraform knows of it all the same, as sent by Terraform. */
  constructor(readonly refinement?: Uint8Array) {}
}

/** The value of an argument, an attribute or a whole object. */
export type Value = null | boolean | number | string | Unknown | readonly Value[] | ObjectValue;

/** The values of a resource, data source, block or map. */
export interface ObjectValue {
  readonly [name: string]: Value;
}

/** A value that is not known yet. */
export const unknown = new Unknown();

/** Whether a value is an object or a map. */
export function isObject(value: Value | undefined): value is ObjectValue {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Unknown)
  );
}

/** Whether no part of a value is unknown. */
export function isKnown(value: Value | undefined): boolean {
  if (value instanceof Unknown) return false;
  if (Array.isArray(value)) return value.every(isKnown);
  return !isObject(value) || Object.values(value).every(isKnown);
}

/** Whether two values are the same; two unknown ones are. */
export function isEqual(one: Value | undefined, other: Value | undefined): boolean {
  return isDeepStrictEqual(one, other);
}

// Terraform's wire format is MessagePack with extension 0 for unknown values and 12 for those it
// knows something of, such as "not null".
// https://github.com/hashicorp/terraform/blob/v1.11.4/docs/plugin-protocol/object-wire-format.md
const codec = new ExtensionCodec();
codec.register({
  type: 0,
  encode: (value) => (value instanceof Unknown && !value.refinement ? new Uint8Array([0]) : null),
  decode: () => unknown,
});
codec.register({
  type: 12,
  encode: (value) => (value instanceof Unknown && value.refinement ? value.refinement : null),
  decode: (data) => new Unknown(data.slice()),
});

/** A value as the plugin protocol carries it. */
export interface DynamicValue {
  readonly msgpack: Uint8Array;
}

/** Reads a value from a message. */
export function fromWire(dynamic: DynamicValue): Value {
  return decode(dynamic.msgpack, { extensionCodec: codec }) as Value;
}

/** Writes a value to a message. */
export function toWire(value: Value): DynamicValue {
  return { msgpack: encode(value, { extensionCodec: codec }) };
}
