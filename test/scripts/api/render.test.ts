import type { Assembly, Property, TypeReference } from "@jsii/spec";
import { describe, expect, it } from "vitest";
import { spelled, spellings } from "../../../scripts/api/names";
import { renderApi } from "../../../scripts/api/render";

const string = { primitive: "string" } as TypeReference;

function property(name: string, type: TypeReference, more: Partial<Property> = {}): Property {
  return { name, type, docs: { summary: `The ${name}.` }, ...more };
}

/** An assembly with a whole, whose props extend those of its part. */
const assembly = {
  name: "@acme/disks",
  targets: {
    python: { distName: "acme-disks", module: "acme_disks" },
    go: { moduleName: "example.com/disks-go", packageName: "disks" },
  },
  types: {
    "@acme/disks.Whole": {
      kind: "class",
      name: "Whole",
      docs: { summary: "A whole.", remarks: "Made of a part." },
      interfaces: ["cdktf.ITerraformDependable"],
      initializer: {
        docs: { custom: { throws: "an error if it is not whole." } },
        parameters: [
          { name: "scope" },
          { name: "id" },
          { type: { fqn: "@acme/disks.WholeProps" } },
        ],
      },
      properties: [property("diskId", string)],
    },
    "@acme/disks.Part": {
      kind: "class",
      name: "Part",
      docs: { summary: "A part.", see: "https://example.com/part" },
      initializer: {
        parameters: [
          { name: "scope" },
          { name: "id" },
          { type: { fqn: "@acme/disks.PartOptions" } },
        ],
      },
    },
    "@acme/disks.WholeProps": {
      kind: "interface",
      name: "WholeProps",
      interfaces: ["@acme/disks.PartOptions"],
      properties: [property("size", { primitive: "number" } as TypeReference)],
    },
    "@acme/disks.PartOptions": {
      kind: "interface",
      name: "PartOptions",
      properties: [
        property("label", string, {
          optional: true,
          docs: { summary: "The label.", default: '"disk"' },
        }),
        property("zone", string, {
          optional: true,
          docs: { summary: "The zone.", default: "- any zone" },
        }),
      ],
    },
  },
} as unknown as Assembly;

const rendered = renderApi(assembly);

/** The section of one construct. */
const section = (name: string) => rendered.split("\n## ").find((text) => text.startsWith(name));

describe("the reference", () => {
  it("says how each language gets the package", () => {
    expect(rendered).toContain('| `@acme/disks` | `import { ... } from "@acme/disks"` |');
    expect(rendered).toContain("| `acme-disks` | `from acme_disks import ...` |");
    expect(rendered).toContain(
      '| `example.com/disks-go/disks` | `import "example.com/disks-go/disks"` |',
    );
  });

  it("has a section for each class, from A to Z, and none for an interface", () => {
    expect(rendered.match(/^## .*$/gm)).toEqual(["## Part", "## Whole"]);
  });

  it("describes a prop once, in its own construct's section, in all languages", () => {
    expect(section("Part")).toContain(`#### <a id="Part.label"></a>\`label\`

TypeScript \`label?: string\` · Python \`label: Optional[str]\` · Go \`Label *string\`

The label.

Default: \`"disk"\`.`);
    expect(rendered.match(/id="Part\.label"/g)).toHaveLength(1);
  });

  it("leads from a whole to the props of its parts, and says which are required", () => {
    expect(section("Whole")).toContain("- [`label`](#Part.label): The label.\n");
    expect(section("Whole")).toContain('#### <a id="Whole.size"></a>`size`');
    expect(section("Whole")).toContain("The size.\n\nRequired.");
  });

  it("takes a default in words as words", () => {
    expect(section("Part")).toContain("Default: any zone.");
  });

  it("says what a construct implements, throws and has, and where to read on", () => {
    expect(section("Whole")).toContain(
      "Made of a part.\n\nImplements `cdktf.ITerraformDependable`.",
    );
    expect(section("Whole")).toContain("Throws an error if it is not whole.");
    expect(section("Whole")).toContain(
      "- TypeScript `diskId: string` · Python `disk_id: str` · Go `DiskId *string`: The diskId.",
    );
    expect(section("Part")).toContain("See <https://example.com/part>.");
    expect(section("Part")).not.toContain("### Attributes");
  });
});

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
  ])("of type %j is spelled as each language declares it", (type, expected) => {
    const it = property("it", type as TypeReference);
    expect(spellings.map((spelling) => spelled(spelling, it, "prop"))).toEqual(expected);
  });

  it("that is a list is a Sequence as a prop, and a List as an attribute, in Python", () => {
    const type = { collection: { kind: "array", elementtype: string } } as TypeReference;
    const list = property("it", type);
    const [, python] = spellings;
    expect(spelled(python, list, "prop")).toBe("it: Sequence[str]");
    expect(spelled(python, list, "attribute")).toBe("it: List[str]");
  });

  it("of a type that no spelling is known for is refused", () => {
    const union = { union: { types: [string] } } as TypeReference;
    expect(() => spelled(spellings[0], property("it", union), "prop")).toThrow(
      "no spelling is known",
    );
    const date = { primitive: "date" } as TypeReference;
    expect(() => spelled(spellings[0], property("it", date), "prop")).toThrow(
      "no spelling is known",
    );
  });
});
