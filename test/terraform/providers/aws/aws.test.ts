import { describe, expect, it } from "vitest";
import { terraform, type Values } from "../../terraform";
import type { Block, CtyType } from "../schema";
import { aws } from ".";

const provider = { aws: { region: "us-west-2" } };

/** A root configuration in JSON. */
const rootWith = (blocks: object) => ({ "main.tf.json": JSON.stringify({ provider, ...blocks }) });

describe("every type of resource", () => {
  /** What these would refuse, or want besides. */
  const special: Record<string, Values> = {
    aws_subnet: { cidr_block: "10.0.0.0/24" },
    aws_vpc: { cidr_block: "10.0.0.0/16" },
  };
  const zero = (type: CtyType | undefined) => {
    if (type === "number") return 1;
    if (type === "bool") return true;
    return type === "string" || type === undefined ? "x" : ["x"];
  };
  /** A value for each argument that a block requires. */
  const required = ({ attributes = {}, block_types: blocks = {} }: Block): Values =>
    Object.fromEntries([
      ...Object.entries(attributes)
        .filter(([, attribute]) => attribute.required)
        .map(([name, { type }]) => [name, zero(type)]),
      ...Object.entries(blocks)
        .filter(([, { min_items: count }]) => count)
        .map(([name, { block }]) => [name, required(block)]),
    ]);
  const types = Object.entries(aws.schema.resource_schemas);
  const resource = Object.fromEntries(
    types.map(([type, { block }]) => [type, { this: { ...required(block), ...special[type] } }]),
  );
  const root = terraform(rootWith({ resource }));

  it("is valid with what its schema requires", async () => {
    expect(await root.validate()).toEqual([]);
    expect(Object.keys(aws.resources).sort()).toEqual(types.map(([type]) => type).sort());
  });

  it("has an id of its own and nothing left to do after an apply, and can be destroyed", async () => {
    const state = await root.apply();
    expect((await root.plan()).actions).toEqual({});
    for (const [type, { block }] of types) {
      if (block.attributes?.id) expect(state.values(`${type}.this`).id, type).not.toBe("");
    }
    await root.destroy();
    const count = (wanted: string) => root.history.filter(({ action }) => action === wanted).length;
    expect(count("delete")).toBe(types.length);
    expect(count("update")).toBe(0);
  });
});

it("a provider needs a region, from the configuration or the environment", async () => {
  const files = { "main.tf": 'resource "aws_efs_file_system" "this" {}\n' };
  const without = terraform(files, { env: { AWS_REGION: "" } });
  expect(await without.planFails()).toContain("invalid AWS Region");
});

describe("what exists already", () => {
  const [id, region] = ["fs-0123456789abcdef0", "us-west-2"];
  const imports = (wanted: string) =>
    rootWith({
      import: [{ to: "aws_efs_file_system.this", id: wanted }],
      resource: { aws_efs_file_system: { this: { encrypted: true, throughput_mode: "elastic" } } },
    });
  const existing = { aws_efs_file_system: [{ id, region, encrypted: true }] };

  it("is the only thing that can be imported", async () => {
    const root = terraform(imports("fs-0ffffffffffffffff"), { existing });
    expect(await root.planFails()).toContain("Cannot import non-existent remote object");
  });

  it("has a type and arguments that there are", () => {
    const declare = (existing: Record<string, Values[]>) => () => terraform({}, { existing });
    expect(declare({ aws_efs_file_system: [{ id, colour: "red" }] })).toThrow(
      'aws_efs_file_system has no argument named "colour"',
    );
    expect(declare({ aws_efs: [{ id }] })).toThrow('no offline provider knows the type "aws_efs"');
  });
});

describe("what AWS refuses", () => {
  const subnet = (id: string, zone: string, cidr: string) => ({
    id: `subnet-${id}`,
    availability_zone: `us-west-2${zone}`,
    cidr_block: cidr,
    region: "us-west-2",
    vpc_id: "vpc-1",
  });
  const existing = {
    aws_subnet: [
      subnet("1", "a", "10.0.1.0/24"),
      subnet("2", "b", "10.0.2.0/24"),
      subnet("3", "b", "10.0.4.0/24"),
    ],
  };

  /** Which of resources of a type an apply makes, and why not the others. */
  async function apply(type: string, bodies: Record<string, object>) {
    const root = terraform(rootWith({ resource: { [type]: bodies } }), { existing });
    return { message: await root.applyFails(), made: root.history.length };
  }

  it("is a second mount target of a file system in a zone", async () => {
    const target = (system: string, id: string) => ({
      file_system_id: `fs-${system}`,
      subnet_id: `subnet-${id}`,
    });
    const { message, made } = await apply("aws_efs_mount_target", {
      one: target("1", "1"),
      another_zone: target("1", "2"),
      same_zone: target("1", "3"),
      another_system: target("2", "3"),
      unknown_zone: target("1", "4"),
      unknown_zone_too: target("1", "5"),
    });
    expect(message).toContain("MountTargetConflict: mount target already exists in this AZ");
    expect(made).toBe(5);
  });

  it("is a subnet of the addresses of another one in the VPC", async () => {
    const { message, made } = await apply("aws_subnet", {
      beside: { vpc_id: "vpc-1", cidr_block: "10.0.5.0/24" },
      within: { vpc_id: "vpc-1", cidr_block: "10.0.1.128/25" },
      around: { vpc_id: "vpc-1", cidr_block: "10.0.0.0/22" },
      elsewhere: { vpc_id: "vpc-2", cidr_block: "10.0.1.0/24" },
    });
    expect(message).toContain("The CIDR '10.0.1.128/25' conflicts with another subnet");
    expect(message).toContain("The CIDR '10.0.0.0/22' conflicts with another subnet");
    expect(made).toBe(2);
  });
});
