import { beforeAll, describe, expect, it } from "vitest";
import { knownAfterApply, offline, type Plan, type State, terraform } from "../terraform/terraform";

const counts = [1, 3, 6];

/** For each number of subnets two calls: one with subnets of the same apply, one with given ids. */
const root = terraform({
  "main.tf": `
provider "aws" {
  region = "us-east-1"
}

resource "aws_vpc" "this" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "this" {
  count = 6

  vpc_id            = aws_vpc.this.id
  cidr_block        = cidrsubnet("10.0.0.0/16", 8, count.index)
  availability_zone = "us-east-1\${substr("abcdef", count.index, 1)}"
}
${counts
  .flatMap((count) => [
    call(`unknown_${count}`, `slice(aws_subnet.this[*].id, 0, ${count})`),
    call(`known_${count}`, `[for index in range(${count}) : "subnet-0000000\${index}"]`),
  ])
  .join("")}`,
});

function call(name: string, subnetIds: string): string {
  return `
module "${name}" {
  source = "./modules/csi/efs"

  aws_region        = "us-east-1"
  cluster_name      = "prod"
  subnet_ids        = ${subnetIds}
  security_group_id = "sg-11111111"
  namespace         = "${name.replace("_", "-")}"
}
`;
}

describe("the plan", () => {
  let plan: Plan;

  beforeAll(async () => {
    plan = await root.plan();
  });

  const mountTargets = (name: string) =>
    [...plan.changes.values()].filter(({ address }) =>
      address.startsWith(`module.${name}.aws_efs_mount_target.this[`),
    );

  it.each(counts)("has a mount target in each of %i subnets whose ids are known", (count) => {
    expect(mountTargets(`known_${count}`).map(({ after }) => after?.subnet_id)).toEqual(
      Array.from({ length: count }, (_, index) => `subnet-0000000${index}`),
    );
  });

  it.each(counts)("has a mount target in each of %i subnets of the same apply", (count) => {
    expect(mountTargets(`unknown_${count}`).map(({ after }) => after?.subnet_id)).toEqual(
      Array(count).fill(knownAfterApply),
    );
  });
});

describe.runIf(offline)("the apply", () => {
  let state: State;

  beforeAll(async () => {
    state = await root.apply();
  });

  it.each(counts)("makes a mount target in each of %i subnets of the same apply", (count) => {
    for (let index = 0; index < count; index++) {
      const target = state.values(`module.unknown_${count}.aws_efs_mount_target.this[${index}]`);
      expect(target.subnet_id).toBe(state.values(`aws_subnet.this[${index}]`).id);
    }
  });

  it("leaves nothing to plan", async () => {
    expect((await root.plan()).isEmpty).toBe(true);
  });
});
