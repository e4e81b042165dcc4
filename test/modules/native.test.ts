import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "@cdktf/hcl2json";
import { beforeAll, describe, expect, it } from "vitest";
import { modules } from "../../scripts/generate/modules";
import { type TestRun, terraform } from "../terraform/terraform";

const suite = terraform(__dirname);

/** The names of a test file's `run` blocks, in their order. */
function runsOf(file: string): string[] {
  const text = readFileSync(join(__dirname, file), "utf8");
  return [...text.matchAll(/^run "(\w+)" \{$/gm)].map(([, name]) => name);
}

/** Fails unless a run was made and passed, with what Terraform said of it. */
function expectPass(runs: readonly TestRun[], file: string, name: string): void {
  const run = runs.find((candidate) => candidate.file === file && candidate.name === name);
  expect(run ?? `${file}: the run "${name}" did not end`).toMatchObject({ status: "pass" });
}

it("is formatted as terraform fmt would have it", async () => {
  expect(await suite.fmtCheck()).toBe("");
});

describe.each(modules)("$name", ({ name: module }) => {
  const files = readdirSync(__dirname).filter(
    (file) => file.startsWith(`${module}.`) && file.endsWith(".tftest.hcl"),
  );
  let runs: readonly TestRun[];

  beforeAll(async () => {
    runs = await suite.test(...files.map((file) => `-filter=${file}`));
  });

  it("has a file for each concern", () => {
    const concerns = files.map((file) => file.split(".")[1]);
    expect(concerns).toEqual(["defaults", "inputs", "order", "outputs", "validation"]);
  });

  describe.each(files)("%s", (file) => {
    it("has runs, and Terraform finds no others", () => {
      expect(runsOf(file)).not.toEqual([]);
      expect(runs.filter((run) => run.file === file).map(({ name }) => name)).toEqual(runsOf(file));
    });

    it.each(runsOf(file))("%s", (name) => expectPass(runs, file, name));
  });

  it("refuses something by each validation", async () => {
    const variables = await hclOf(join("../../modules/csi", module, "variables.tf"), "variable");
    const tests = await hclOf(`${module}.validation.tftest.hcl`, "run");
    const refusals = Object.values(tests).flatMap((run) => run.expect_failures ?? []);
    for (const [name, { validation }] of Object.entries(variables)) {
      const found = refusals.filter((refused) => refused === `\${var.${name}}`).length;
      expect(found, name).toBeGreaterThanOrEqual(validation.length);
    }
  });
});

it("does not take a run that failed, or that did not end, for one that passed", () => {
  const failed: TestRun = { file: "a", name: "b", status: "fail", text: "Test assertion failed" };
  expect(() => expectPass([failed], "a", "b")).toThrow();
  expect(() => expectPass([{ ...failed, status: "skip" }], "a", "b")).toThrow();
  expect(() => expectPass([{ ...failed, status: "pass" }], "a", "c")).toThrow();
  expect(() => expectPass([{ ...failed, status: "pass" }], "a", "b")).not.toThrow();
});

/** The blocks of a type in a file, by their names. */
// biome-ignore lint/suspicious/noExplicitAny: HCL as JSON.
async function hclOf(file: string, type: string): Promise<Record<string, any>> {
  const hcl = await parse("file.tf", readFileSync(join(__dirname, file), "utf8"));
  const blocks = Object.entries<unknown[]>(hcl[type]).map(([name, [block]]) => [name, block]);
  return Object.fromEntries(blocks);
}
