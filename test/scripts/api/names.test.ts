import type { Property, TypeReference } from "@jsii/spec";
import { describe, expect, it } from "vitest";
import { spelled, spellings } from "../../../scripts/api/names";

const string = { primitive: "string" } as TypeReference;

function property(name: string, type: TypeReference, more: Partial<Property> = {}): Property {
  return { name, type, docs: { summary: `The ${name}.` }, ...more };
}

const isStruct = (fqn: string) => fqn === "@acme/disks.Cache";

describe("a member", () => {
  it.each([
    [{ primitive: "number" }, ["it: number", "it: Number", "It *float64"]],
    [{ primitive: "boolean" }, ["it: boolean", "it: bool", "It *bool"]],
    [
      { collection: { kind: "array", elementtype: string } },
      ["it: string[]", "it: Sequence[str]", "It *[]*string"],
    ],
    [
      { collection: { kind: "map", elementtype: { primitive: "any" } } },
      ["it: { [key: string]: any }", "it: Mapping[str, Any]", "It *map[string]interface{}"],
    ],
    [
      { fqn: "cdktf.TerraformProvider" },
      ["it: TerraformProvider", "it: TerraformProvider", "It cdktf.TerraformProvider"],
    ],
    [{ fqn: "@acme/disks.Part" }, ["it: Part", "it: Part", "It Part"]],
    [{ fqn: "@acme/disks.Cache" }, ["it: Cache", "it: Union[Cache, Dict[str, Any]]", "It *Cache"]],
  ])("of type %j is spelled as each language declares it", (type, expected) => {
    const it = property("it", type as TypeReference);
    expect(spellings.map((spelling) => spelled(spelling, it, "prop", isStruct))).toEqual(expected);
  });

  it("that is a list is a Sequence as a prop, and a List as an attribute, in Python", () => {
    const type = { collection: { kind: "array", elementtype: string } } as TypeReference;
    const list = property("it", type);
    const [, python] = spellings;
    expect(spelled(python, list, "prop", isStruct)).toBe("it: Sequence[str]");
    expect(spelled(python, list, "attribute", isStruct)).toBe("it: List[str]");
  });

  it("of a type that no spelling is known for is refused", () => {
    const union = { union: { types: [string] } } as TypeReference;
    expect(() => spelled(spellings[0], property("it", union), "prop", isStruct)).toThrow(
      "no spelling is known",
    );
    const date = { primitive: "date" } as TypeReference;
    expect(() => spelled(spellings[0], property("it", date), "prop", isStruct)).toThrow(
      "no spelling is known",
    );
  });
});
