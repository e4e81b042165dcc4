import { readdirSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "./root";
import { knownAfterApply, terraform } from "./terraform";

const versions = `terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}
`;

const network = `${versions}
variable "subnets" {
  type    = number
  default = 2
}

variable "cidr_block" {
  type    = string
  default = "10.0.0.0/16"
}

variable "mode" {
  type    = string
  default = "elastic"

  validation {
    condition     = contains(["bursting", "elastic"], var.mode)
    error_message = "\`mode\` must be bursting or elastic, got \${jsonencode(var.mode)}."
  }
}

provider "aws" {
  region = "us-west-2"
}

resource "aws_vpc" "this" {
  cidr_block = var.cidr_block
}

resource "aws_subnet" "this" {
  count = var.subnets

  vpc_id            = aws_vpc.this.id
  cidr_block        = cidrsubnet(var.cidr_block, 8, count.index)
  availability_zone = "us-west-2\${substr("abc", count.index, 1)}"
}

resource "aws_efs_file_system" "this" {
  encrypted       = true
  throughput_mode = var.mode
}

resource "aws_efs_mount_target" "this" {
  count = length(aws_subnet.this[*].id)

  file_system_id = aws_efs_file_system.this.id
  subnet_id      = aws_subnet.this[count.index].id
}

output "file_system_id" {
  value = aws_efs_file_system.this.id
}
`;

describe("a root from plan to destroy", () => {
  const root = terraform({ "main.tf": network });

  it("plans what is known, and says what is not", async () => {
    const plan = await root.plan();
    expect(plan.warnings).toEqual([]);
    expect(plan.after("aws_efs_file_system.this")).toMatchObject({
      arn: knownAfterApply,
      encrypted: true,
      protection: knownAfterApply,
      region: "us-west-2",
      throughput_mode: "elastic",
    });
    expect(plan.outputs).toEqual({ file_system_id: knownAfterApply });
  });

  it("counts over ids that are not known", async () => {
    const { actions } = await root.plan({ subnets: 3 });
    expect(actions["aws_efs_mount_target.this[2]"]).toBe("create");
  });

  it("refuses a bad input with the variable's message, unwrapped", async () => {
    const text = await root.planFails({ mode: "provisioned" });
    expect(text).toContain("Error: Invalid value for variable");
    expect(text).toContain('`mode` must be bursting or elastic, got "provisioned".');
    expect(text).toContain('var.mode is "provisioned"');
  });

  it("says so when a plan that should fail does not", async () => {
    await expect(root.planFails()).rejects.toThrow(
      "`terraform plan` was expected to fail, but it succeeded",
    );
  });

  it("applies, with ids as AWS makes them, and has nothing left to do", async () => {
    const state = await root.apply();
    const { id } = state.values("aws_efs_file_system.this");
    expect(id).toMatch(/^fs-0[0-9a-f]{16}$/);
    expect(state.outputs).toEqual({ file_system_id: id });
    expect(state.values("aws_efs_mount_target.this[1]").file_system_id).toBe(id);
    expect((await root.plan()).isEmpty).toBe(true);
  });

  it("makes the same ids in another root of the same kind", async () => {
    const other = await terraform({ "main.tf": network }).apply();
    const first = await root.console(["aws_subnet.this[*].id"]);
    const ids = [0, 1].map((index) => other.values(`aws_subnet.this[${index}]`).id);
    expect(ids.sort()).toEqual((first as string[][])[0].sort());
    expect(new Set(ids).size).toBe(2);
  });

  it("updates in place what AWS can change", async () => {
    const { action, after, before } = (await root.plan({ mode: "bursting" })).change(
      "aws_efs_file_system.this",
    );
    expect(action).toBe("update");
    expect(after?.id).toBe(before?.id);
  });

  it("replaces what AWS cannot change, and what hangs on it", async () => {
    const plan = await root.plan({ cidr_block: "10.1.0.0/16" });
    expect(plan.change("aws_vpc.this")).toMatchObject({
      action: "replace",
      replacedBy: ["cidr_block"],
    });
    expect(plan.change("aws_efs_mount_target.this[0]").replacedBy).toEqual(["subnet_id"]);
    expect(plan.change("aws_efs_file_system.this").action).toBe("no-op");
  });

  it("takes flags", async () => {
    const plan = await root.plan({}, "-replace=aws_efs_file_system.this");
    expect(plan.change("aws_efs_file_system.this").action).toBe("replace");
  });

  it("keeps its state when its files are edited", async () => {
    const edited = root.edited({ "main.tf": network.replace("encrypted       = true", "") });
    expect((await edited.plan()).isEmpty).toBe(true);
    const open = root.edited({
      "main.tf": network.replace("encrypted       = true", "encrypted = false"),
    });
    expect((await open.plan()).change("aws_efs_file_system.this").replacedBy).toEqual([
      "encrypted",
    ]);
  });

  it("destroys everything, what hangs on others first", async () => {
    expect((await root.destroy()).resources.size).toBe(0);
    const deleted = root.history.filter(({ action }) => action === "delete");
    const types = deleted.map(({ type }) => type);
    expect(types.lastIndexOf("aws_efs_mount_target")).toBeLessThan(types.indexOf("aws_subnet"));
    expect(types.at(-1)).toMatch(/aws_vpc|aws_efs_file_system/);
  });
});

describe("a folder", () => {
  it("is used where it is, and nothing is written to it", async () => {
    const folder = temporaryFolder();
    writeFileSync(`${folder}/main.tf`, network);
    const root = terraform(folder);
    await root.apply();
    expect((await root.plan()).isEmpty).toBe(true);
    expect(readdirSync(folder)).toEqual(["main.tf"]);
  });
});
