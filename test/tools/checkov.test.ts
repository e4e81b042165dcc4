import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { parse } from "yaml";
import { run } from "../../scripts/command/run";
import { folderWith } from "./folder";

/** The part of checkov's report that is read here. */
interface Report {
  readonly results: { readonly failed_checks: readonly { readonly check_id: string }[] };
  readonly summary: { readonly passed: number; readonly parsing_errors: number };
}

const repository = join(__dirname, "../..");
const config = join(repository, ".checkov.yaml");
const { "skip-check": suppressed, directory: directories } = parse(readFileSync(config, "utf8"));

async function report(directory: string, args: readonly string[]): Promise<Report> {
  const output = ["--output", "json", "--soft-fail", "--skip-download", "--framework", "terraform"];
  return JSON.parse(
    await run(
      inject("tools").checkov,
      ["-m", "checkov.main", "--directory", directory, ...output, ...args],
      {
        // Elsewhere than in the repository, where checkov would read its configuration by itself.
        cwd: folderWith({}),
        // Or it asks PyPI for its newest version.
        env: { CKV_SKIP_PACKAGE_UPDATE_CHECK: "true" },
      },
    ),
  );
}

function failures({ results }: Report): string[] {
  return [...new Set(results.failed_checks.map(({ check_id }) => check_id))].sort();
}

describe("checkov", () => {
  it.each<string>(directories)("finds nothing in %s but what is suppressed", async (directory) => {
    const found = await report(join(repository, directory), ["--config-file", config]);

    expect(failures(found)).toEqual([]);
    expect(found.summary.parsing_errors).toBe(0);
    expect(found.summary.passed).toBeGreaterThan(0);
  });

  it("would find each check that is suppressed", async () => {
    expect(failures(await report(join(repository, "modules"), []))).toEqual(suppressed);
  });

  it("finds a file system that is not encrypted", async () => {
    const folder = folderWith({ "main.tf": 'resource "aws_efs_file_system" "this" {}\n' });

    expect(failures(await report(folder, ["--config-file", config]))).toEqual(["CKV_AWS_42"]);
  });
});
