import type { Assembly } from "@jsii/spec";
import { describe, expect, it } from "vitest";
import { propsOf, snakeCase, typeOf } from "../../../scripts/build/assembly";

const string = { primitive: "string" };
const assembly = {
  name: "@acme/disks",
  types: {
    "@acme/disks.Options": {
      kind: "interface",
      name: "Options",
      properties: [{ name: "label", type: string }],
    },
    "@acme/disks.Props": {
      kind: "interface",
      name: "Props",
      interfaces: ["@acme/disks.Options"],
      properties: [{ name: "diskSize", type: string }],
    },
  },
} as unknown as Assembly;

describe("the props of an interface", () => {
  it("are those that it inherits and its own, each with who declares it", () => {
    const props = propsOf(assembly, "@acme/disks.Props");
    expect(props.map(({ property, by }) => [property.name, by])).toEqual([
      ["label", "Options"],
      ["diskSize", "Props"],
    ]);
  });

  it("are refused of one that is not exported", () => {
    expect(() => propsOf(assembly, "@acme/disks.Gone")).toThrow("csi/ exports no Gone");
    expect(() => typeOf(assembly, "@acme/disks.Gone")).toThrow("csi/ exports no Gone");
  });
});

it("names a prop as Python and HCL do", () => {
  expect(snakeCase("awsRegion")).toBe("aws_region");
  expect(snakeCase("namespace")).toBe("namespace");
});
