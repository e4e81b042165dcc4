import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { finish } from "../../scripts/command/run";
import { folderWith } from "./folder";

const workflows = join(__dirname, "../../.github/workflows");

/** What actionlint prints of workflows. */
async function problems(folder: string): Promise<string> {
  const files = readdirSync(folder).map((file) => join(folder, file));
  return (await finish(inject("tools").actionlint, ["-no-color", "-oneline", ...files])).stdout;
}

describe("actionlint", () => {
  it("finds nothing in the workflows", async () => {
    expect(await problems(workflows)).toBe("");
  });

  it("finds a job that needs one which is not there", async () => {
    const job = "{ runs-on: ubuntu-24.04, needs: test, steps: [{ run: echo }] }";
    const folder = folderWith({ "publish.yml": `on: push\njobs:\n  publish: ${job}\n` });
    expect(await problems(folder)).toContain('needs job "test" which does not exist');
  });
});
