import { appendFileSync, cpSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { finish } from "../../scripts/command/run";
import { temporaryFolder } from "../terraform/root";

const root = join(__dirname, "..", "..");

/** Runs a command of scripts/ as npm does. */
const command = (script: string, args: readonly string[], cwd = root) =>
  finish(process.execPath, ["--require", "tsx/cjs", `scripts/${script}.ts`, ...args], { cwd });

describe("generate --check", () => {
  it("fails where a generated file was edited, in a copy of the repository", async () => {
    const copy = temporaryFolder();
    const left = ["node_modules", ".git", "coverage", "dist", "reports"].map((it) =>
      join(root, it),
    );
    cpSync(root, copy, { recursive: true, filter: (path) => !left.includes(path) });
    symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
    const edited = "modules/csi/efs/main.tf";
    appendFileSync(join(copy, edited), "# mine\n");
    const { code, stderr } = await command("generate", ["--check"], copy);
    expect(code).toBe(1);
    // Of this file alone: it finds nothing in the others.
    expect(stderr.match(/^.*(differs|missing|not generated).*$/gm)).toEqual([
      expect.stringContaining(`${edited} differs from its source`),
    ]);
  });
});

describe("publishable", () => {
  it("fails where the tag is not the version", async () => {
    const { code, stderr } = await command("publishable", ["--tag", "v999.0.0"]);
    expect(code).toBe(1);
    expect(stderr).toContain("The tag must be v");
  });
});
