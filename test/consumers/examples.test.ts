import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { terraform } from "../terraform/terraform";
import { root } from "./artefact";
import { succeed } from "./command";
import { configurationOf } from "./configuration";
import type { Program } from "./language";
import { install, type LanguageName, languageNames } from "./languages";

/** What configures the providers, as the examples say. */
const env = { AWS_REGION: "us-west-2", KUBE_CONFIG_PATH: "/nowhere" };

const cdktf = join(root, "node_modules", ".bin", "cdktf");

/** Synthesizes an example as its README says, and gives the folder of the stack. */
async function synthesize(program: Program, ...flags: string[]): Promise<string> {
  const output = `cdktf.out${flags.join("")}`;
  await succeed(cdktf, ["synth", "--output", output, ...flags], {
    cwd: program.folder,
    env: program.env,
  });
  return join(program.folder, output, "stacks", "storage");
}

const programs = {} as Record<LanguageName, Program>;
const stacks = {} as Record<LanguageName, string>;

beforeAll(async () => {
  for (const language of languageNames) {
    programs[language] = await install(language, join(root, "examples", language));
    stacks[language] = await synthesize(programs[language]);
  }
});

describe.each(languageNames)("the %s example, on the packed artefact", (language) => {
  it("synthesizes what the TypeScript one does", () => {
    expect(configurationOf(stacks[language])).toEqual(configurationOf(stacks.typescript));
  });

  it("is valid", async () => {
    expect(await terraform(stacks[language], { env }).validate()).toEqual([]);
  });

  it("is planned: both drivers, both classes, and the names of the classes as outputs", async () => {
    const plan = await terraform(stacks[language], { env }).plan();
    expect(plan.warnings).toEqual([]);
    expect(plan.outputs).toEqual({
      efs_storage_class_name: "efs-sc",
      s3_storage_class_name: "s3-mountpoint",
    });
    const releases = [...plan.changes.values()].filter(({ address }) =>
      address.startsWith("helm_release."),
    );
    expect(releases.map(({ after }) => after?.chart).sort()).toEqual([
      expect.stringMatching(/^assets\/efs_storage_class_chart_/),
      expect.stringMatching(/^assets\/s3_storage_class_chart_/),
      "aws-efs-csi-driver",
      "aws-mountpoint-s3-csi-driver",
    ]);
  });
});

describe("the TypeScript example", () => {
  it("synthesizes to HCL that is valid and planned", async () => {
    const stack = terraform(await synthesize(programs.typescript, "--hcl"), { env });
    for (const { summary } of await stack.validate()) {
      // cdktf quotes what `depends_on` holds.
      expect(summary).toBe("Quoted references are deprecated");
    }
    const json = await terraform(stacks.typescript, { env }).plan();
    expect((await stack.plan()).actions).toEqual(json.actions);
  });

  it("runs in the repository too, on the constructs' source", async () => {
    const folder = join(root, "examples", "typescript");
    const stack = await synthesize({ ...programs.typescript, folder });
    expect(configurationOf(stack)).toEqual(configurationOf(stacks.typescript));
  });
});
