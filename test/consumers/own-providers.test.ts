import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { run } from "../../scripts/command/run";
import { terraform } from "../terraform/terraform";
import { configurationOf, install, stackOf } from "./programs";
import { root } from "./projects";

describe("a program with provider bindings of its own", () => {
  let folder: string;

  beforeAll(async () => {
    folder = install("typescript", join(__dirname, "typescript", "own-providers"));
    // The bindings of the repository, since they take 390 MB. They lie beside the program and
    // not in the project, where npm would prune them; Node has to look for cdktf beside the link.
    mkdirSync(join(folder, "node_modules"));
    symlinkSync(join(root, "node_modules", "@cdktf"), join(folder, "node_modules", "@cdktf"));
    const args = ["--preserve-symlinks", "--import", "tsx", "main.ts"];
    await run(process.execPath, args, { cwd: folder });
  });

  it("needs no EnvironmentProviders", () => {
    expect(configurationOf(folder, "own_providers").provider).toEqual({
      aws: [{ region: "us-west-2" }, { alias: "ireland", region: "eu-west-1" }],
      helm: [
        { kubernetes: { config_path: "~/.kube/config" } },
        { alias: "ireland", kubernetes: { config_path: "~/.kube/ireland" } },
      ],
    });
  });

  it("has the constructs on its default providers, or on those it names", () => {
    const { resource } = configurationOf(folder, "own_providers");
    const named = Object.values<Record<string, { provider?: string }>>(resource).flatMap(
      Object.entries,
    );
    expect(named.length).toBeGreaterThan(10);
    for (const [name, { provider }] of named) {
      const expected = name.startsWith("ireland_") ? /^(aws|helm)\.ireland$/ : /^default$/;
      expect(provider ?? "default", name).toMatch(expected);
    }
  });

  it("is planned, with resources of its own on what the constructs make", async () => {
    const { resource } = configurationOf(folder, "own_providers");
    expect(resource.aws_efs_access_point.access_point.file_system_id).toMatch(
      /^\$\{aws_efs_file_system\.efs_file_system_[0-9A-F]{8}\.id\}$/,
    );
    const plan = await terraform(stackOf(folder, "own_providers")).plan();
    expect(plan.actions).toMatchObject({ "aws_efs_access_point.access_point": "create" });
    expect(new Set(Object.values(plan.actions))).toEqual(new Set(["create"]));
  });
});
