import { copyFileSync, readFileSync } from "node:fs";
import { basename, delimiter, join } from "node:path";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { terraform } from "../terraform/terraform";
import { root } from "./artefact";
import { succeed } from "./command";
import { configurationOf } from "./configuration";
import { type LanguageName, languageNames } from "./languages";
import { quickStart } from "./readme";

/** What configures the providers, as the examples say. */
const env = { AWS_REGION: "us-west-2", KUBE_CONFIG_PATH: "/nowhere" };

const projectOf = (language: LanguageName) => join(inject("projects"), language);
const stackOf = (language: LanguageName) =>
  join(projectOf(language), "cdktf.out", "stacks", "storage");

/** Runs a command in a project; the shell has its Python, and the cdktf that only the one in TypeScript has installed. */
function shell(language: LanguageName, command: string): Promise<string> {
  const PATH = [
    join(projectOf("python"), ".venv", "bin"),
    join(projectOf("typescript"), "node_modules", ".bin"),
    process.env.PATH,
  ].join(delimiter);
  const [program, ...args] = command.split(" ");
  return succeed(program, args, { cwd: projectOf(language), env: { PATH } });
}

beforeAll(async () => {
  for (const language of languageNames) {
    for (const file of quickStart(language).files) {
      copyFileSync(join(root, file), join(projectOf(language), basename(file)));
    }
    await shell(language, language === "typescript" ? "npx cdktf synth" : "cdktf synth");
  }
});

describe.each(languageNames)(
  "README.md's quick start in %s, on the packed artefact",
  (language) => {
    it("shows the cdktf.json of the example", () => {
      const [shown] = /\{\s*"language"[^}]*\}/.exec(quickStart(language).text) ?? [""];
      const file = readFileSync(join(root, "examples", language, "cdktf.json"), "utf8");
      expect(JSON.parse(shown)).toEqual(JSON.parse(file));
    });

    it("synthesizes what the TypeScript one does", () => {
      expect(configurationOf(stackOf(language))).toEqual(configurationOf(stackOf("typescript")));
    });

    it("is valid", async () => {
      expect(await terraform(stackOf(language), { env }).validate()).toEqual([]);
    });

    it("is planned: both drivers, both classes, and the names of the classes as outputs", async () => {
      const plan = await terraform(stackOf(language), { env }).plan();
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
  },
);

describe("the TypeScript quick start", () => {
  it("shows HCL that is valid and planned, and leaves what is deployed as it was", async () => {
    const { text } = quickStart("typescript");
    const [, command, output] = /`(npx cdktf synth --hcl --output (\S+))`/.exec(text) ?? [];
    expect(command, "README.md says how to see the HCL").toBeDefined();
    await shell("typescript", command);
    const hcl = terraform(join(projectOf("typescript"), output, "stacks", "storage"), { env });
    for (const { summary } of await hcl.validate()) {
      // cdktf quotes what `depends_on` holds.
      expect(summary).toBe("Quoted references are deprecated");
    }
    const json = terraform(stackOf("typescript"), { env });
    expect(await json.validate()).toEqual([]);
    expect((await hcl.plan()).actions).toEqual((await json.plan()).actions);
  });

  it("runs in the repository too, on the constructs' source", async () => {
    const folder = join(root, "examples", "typescript");
    const cdktf = join(root, "node_modules", ".bin", "cdktf");
    await succeed(cdktf, ["synth"], { cwd: folder });
    expect(configurationOf(join(folder, "cdktf.out", "stacks", "storage"))).toEqual(
      configurationOf(stackOf("typescript")),
    );
  });
});
