import { join } from "node:path";
import type { Assembly } from "@jsii/spec";

import { describe, expect, it } from "vitest";
import { EfsCsi, EfsCsiDriver } from "../../../csi";
import { readAssembly } from "../../../scripts/build/assembly";
import { contractOf } from "../../../scripts/generate/contract";
import { loadModule } from "../../../scripts/generate/module";
import type { ModuleDefinition } from "../../../scripts/generate/modules";

const root = join(__dirname, "..", "..", "..");
const assembly = readAssembly(root);
const efs: ModuleDefinition = { name: "efs", construct: EfsCsi };

/** A construct of a package of its own, of which nothing is made. */
function disk(props: object[], more: Partial<ModuleDefinition> = {}): [Assembly, ModuleDefinition] {
  const types = {
    Disk: { kind: "class", name: "Disk" },
    DiskProps: { kind: "interface", name: "DiskProps", datatype: true, properties: props },
    Cache: {
      kind: "interface",
      name: "Cache",
      datatype: true,
      properties: [
        {
          name: "sizeLimit",
          type: { primitive: "string" },
          optional: true,
          docs: { default: "- none" },
        },
      ],
    },
    Mode: { kind: "enum", name: "Mode" },
    IPool: { kind: "interface", name: "IPool" },
    PoolAttributes: {
      kind: "interface",
      name: "PoolAttributes",
      datatype: true,
      properties: [{ name: "poolId", type: { primitive: "string" } }],
    },
  };
  const named = Object.entries(types).map(([name, type]) => [`@acme/disks.${name}`, type]);
  return [
    { name: "@acme/disks", types: Object.fromEntries(named) } as unknown as Assembly,
    { name: "disk", construct: { name: "Disk", _rules: {} } as never, ...more },
  ];
}

describe("the inputs of a module", () => {
  it.each([
    [{ primitive: "number" }, "number"],
    [{ primitive: "boolean" }, "bool"],
    [{ collection: { kind: "array", elementtype: { primitive: "string" } } }, { list: "string" }],
    [{ collection: { kind: "map", elementtype: { primitive: "string" } } }, { map: "string" }],
    [{ fqn: "@acme/disks.Mode" }, "string"],
    [
      { fqn: "@acme/disks.Cache" },
      { object: [expect.objectContaining({ name: "size_limit", type: "string", default: null })] },
    ],
  ])("of the type %j are %j", (type, expected) => {
    const [input] = contractOf(...disk([{ name: "it", type }])).inputs;
    expect(input.type).toEqual(expected);
  });

  it.each([
    { primitive: "any" },
    { fqn: "cdktf.TerraformProvider" },
    { fqn: "@acme/disks.IPool" },
    { collection: { kind: "array", elementtype: { fqn: "cdktf.ITerraformDependable" } } },
  ])("are none of the type %j, of which Terraform has no values", (type) => {
    expect(contractOf(...disk([{ name: "it", type }])).inputs).toEqual([]);
  });

  it("are null by default where omitting them has a meaning of its own, and say which", () => {
    const docs = { summary: "A key.", default: "- the account's own key" };
    const type = { primitive: "string" };
    const [input] = contractOf(...disk([{ name: "key", type, optional: true, docs }])).inputs;
    expect(input).toMatchObject({
      default: null,
      description: "A key. Null means the account's own key.",
    });
  });

  it("are the attributes of what a prop imports", () => {
    const definition = disk([{ name: "pool", type: { fqn: "@acme/disks.IPool" } }], {
      imports: { pool: { attributes: "PoolAttributes", rules: {}, from: () => ({}) } },
    });
    expect(contractOf(...definition).inputs).toMatchObject([{ name: "pool_id", of: "pool" }]);
  });

  it("refuse a default that is neither a literal nor words", () => {
    const prop = {
      name: "key",
      type: { primitive: "string" },
      optional: true,
      docs: { default: "x" },
    };
    expect(() => contractOf(...disk([prop]))).toThrow(
      "`key` needs a literal, or a hyphen and words, as @default, got x: give it one",
    );
  });

  it("refuse to omit a prop that is not there", () => {
    expect(() => contractOf(...disk([], { omit: ["size"] }))).toThrow(
      "DiskProps does not have size, which a module omits",
    );
  });
});

describe("the outputs of a module", () => {
  it("are the attributes of its construct that Terraform has values of, but for its address", () => {
    const attributes = contractOf(assembly, efs).outputs.map(({ attribute }) => attribute);
    expect(attributes).toEqual(["fileSystemId", "storageClassName"]);
  });
});

it("refuses to generate what its constructs find fault with", () => {
  class Twice extends EfsCsiDriver {
    constructor(...[scope, id, props]: ConstructorParameters<typeof EfsCsiDriver>) {
      super(scope, id, props);
      if (id !== "again") new EfsCsiDriver(scope, "again", props);
    }
  }
  Object.defineProperty(Twice, "name", { value: "EfsCsiDriver" });
  const construct = Twice as unknown as ModuleDefinition["construct"];
  expect(() => loadModule(assembly, { name: "efs-driver", construct })).toThrow(
    "module/again: a cluster takes one release of the driver aws-efs-csi-driver, and module/efs-driver installs it already",
  );
});
