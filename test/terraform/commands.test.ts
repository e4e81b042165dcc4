import { describe, expect, it } from "vitest";
import { TerraformError, terraform } from "./terraform";

const mode = `variable "mode" {
  type    = string
  default = "elastic"

  validation {
    condition     = contains(["bursting", "elastic"], var.mode)
    error_message = "The mode must be bursting or elastic."
  }
}

resource "aws_efs_file_system" "this" {
  throughput_mode = var.mode
}
`;

describe("test", () => {
  it("runs the root's test files, and tells each run", async () => {
    const runs = await terraform({
      "main.tf": mode,
      "tests/mode.tftest.hcl": `
run "elastic" {
  command = plan

  assert {
    condition     = aws_efs_file_system.this.throughput_mode == "elastic"
    error_message = "the throughput is not elastic"
  }
}

run "refused" {
  command = plan

  variables {
    mode = "x"
  }

  expect_failures = [var.mode]
}

run "wrong" {
  command = plan

  assert {
    condition     = var.mode == "bursting"
    error_message = "the mode is not bursting"
  }
}
`,
    }).test();
    expect(runs).toMatchObject([
      { file: "tests/mode.tftest.hcl", name: "elastic", status: "pass", text: "" },
      { name: "refused", status: "pass" },
      { name: "wrong", status: "fail" },
    ]);
    expect(runs[2].text).toContain("the mode is not bursting");
  });

  it("fails when there are none", async () => {
    await expect(terraform({ "main.tf": "" }).test()).rejects.toThrow(TerraformError);
  });
});

describe("console", () => {
  it("evaluates expressions to their values", async () => {
    const root = terraform({ "main.tf": 'variable "who" {}\n' });
    const values = await root.console(
      ['"a ${var.who}"', '"$${x}\\n\\"<é"', "{ a = [1, true, null] }"],
      { who: "b" },
    );
    expect(values).toEqual(["a b", '${x}\n"<é', { a: [1, true, null] }]);
  });

  it("fails with the reason, without frames", async () => {
    const failed = terraform({ "main.tf": "" }).console(["1 +"]);
    await expect(failed).rejects.toThrow("Error: ");
    await expect(failed).rejects.not.toThrow("│");
  });
});
