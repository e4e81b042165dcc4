import { beforeAll, describe, expect, it } from "vitest";
import { knownAfterApply, offline, type Plan, type State, terraform } from "../terraform/terraform";

const counts = [1, 3, 6];

/** Calls with the first of six subnets of the same apply. */
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
  .map(
    (count) => `module "efs_${count}" {
  source = "./modules/csi/efs"

  aws_region        = "us-east-1"
  cluster_name      = "prod"
  subnet_ids        = slice(aws_subnet.this[*].id, 0, ${count})
  security_group_id = "sg-11111111"
  namespace         = "efs-${count}"
}
`,
  )
  .join("\n")}`,
});

describe.runIf(offline)("subnets of the same apply, whose ids are not known", () => {
  let plan: Plan;
  let state: State;

  beforeAll(async () => {
    plan = await root.plan();
    state = await root.apply();
  });

  it.each(counts)("get a mount target each, where they are %i", (count) => {
    const target = `module.efs_${count}.aws_efs_mount_target.this`;
    const planned = [...plan.changes.values()].filter(({ address }) => address.startsWith(target));
    expect(planned.map(({ after }) => after?.subnet_id)).toEqual(
      Array(count).fill(knownAfterApply),
    );
    for (let index = 0; index < count; index++) {
      const { subnet_id } = state.values(`${target}[${index}]`);
      expect(subnet_id).toBe(state.values(`aws_subnet.this[${index}]`).id);
    }
  });
});
