import { describe, expect, it } from "vitest";
import { fromWire, isKnown, toWire, Unknown, unknown, type Value } from "./value";

describe("a value on the wire", () => {
  it.each<{ value: Value }>([
    { value: null },
    { value: "ümläut ${x}" },
    { value: 1099511627776 },
    { value: 0.5 },
    { value: [true, null, { a: ["b"] }] },
  ])("$value comes back", ({ value }) => {
    expect(fromWire(toWire(value))).toEqual(value);
  });

  it("may be unknown, as a whole or in part", () => {
    expect(toWire(unknown).msgpack).toEqual(new Uint8Array([0xd4, 0, 0]));
    expect(fromWire(toWire({ a: unknown }))).toEqual({ a: unknown });
    expect(isKnown({ a: [unknown] })).toBe(false);
    expect(isKnown({ a: [null] })).toBe(true);
  });

  it("keeps what Terraform knows of an unknown value", () => {
    // Extension 12 with the refinement "is not null".
    const bytes = new Uint8Array([0xc7, 3, 12, 0x81, 1, 0xc2]);
    const value = fromWire({ msgpack: bytes });
    expect(value).toBeInstanceOf(Unknown);
    expect(toWire(value).msgpack).toEqual(bytes);
  });
});
