import { copyFileSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { run } from "../../scripts/command/run";
import { terraform } from "../terraform/terraform";
import { configurationOf, projectOf, shell, stackOf } from "./programs";
import { type Language, languages, root } from "./projects";
import { quickStart } from "./readme";

/** What configures the providers, as the examples say. */
const env = { AWS_REGION: "us-west-2", KUBE_CONFIG_PATH: "/nowhere" };

async function cdktf(language: Language, command: readonly string[]): Promise<void> {
  const [program, ...args] = command;
  const { code, stdout, stderr } = await shell(projectOf(language), program, args);
  expect(code, stdout + stderr).toBe(0);
}

beforeAll(async () => {
  for (const language of languages) {
    for (const file of quickStart(language).files) {
      copyFileSync(join(root, file), join(projectOf(language), basename(file)));
    }
    const command = ["cdktf", "synth"];
    await cdktf(language, language === "typescript" ? ["npx", ...command] : command);
  }
});

describe.each(languages)("README.md's quick start in %s, on the packed artefact", (language) => {
  it("shows the cdktf.json of the example", () => {
    const [shown] = /\{\s*"language"[^}]*\}/.exec(quickStart(language).text) ?? [""];
    const file = readFileSync(join(root, "examples", language, "cdktf.json"), "utf8");
    expect(JSON.parse(shown)).toEqual(JSON.parse(file));
  });

  it("synthesizes what the TypeScript one does", () => {
    expect(configurationOf(projectOf(language), "storage")).toEqual(
      configurationOf(projectOf("typescript"), "storage"),
    );
  });
});

describe("the TypeScript quick start", () => {
  const json = () => terraform(stackOf(projectOf("typescript"), "storage"), { env });

  it("is valid, and planned: both drivers, both classes, and their names as outputs", async () => {
    expect(await json().validate()).toEqual([]);
    const plan = await json().plan();
    expect(plan.warnings).toEqual([]);
    expect(plan.outputs).toEqual({
      efs_storage_class_name: "efs-sc",
      s3_storage_class_name: "s3-mountpoint",
    });
    const charts = [...plan.changes.values()].flatMap(({ after }) => after?.chart ?? []);
    expect(charts.sort()).toEqual([
      expect.stringMatching(/^assets\/efs_storage_class_chart_/),
      expect.stringMatching(/^assets\/s3_storage_class_chart_/),
      "aws-efs-csi-driver",
      "aws-mountpoint-s3-csi-driver",
    ]);
  });

  it("shows HCL that is valid and planned, and leaves what is deployed as it was", async () => {
    const { text } = quickStart("typescript");
    const [, command, output] = /`(npx cdktf synth --hcl --output (\S+))`/.exec(text) ?? [];
    expect(command, "README.md says how to see the HCL").toBeDefined();
    await cdktf("typescript", command.split(" "));
    const hcl = terraform(join(projectOf("typescript"), output, "stacks", "storage"), { env });
    for (const { summary } of await hcl.validate()) {
      // cdktf quotes what `depends_on` holds.
      expect(summary).toBe("Quoted references are deprecated");
    }
    expect((await hcl.plan()).actions).toEqual((await json().plan()).actions);
  });

  it("runs in the repository too, on the constructs' source", async () => {
    const folder = join(root, "examples", "typescript");
    await run(join(root, "node_modules", ".bin", "cdktf"), ["synth"], { cwd: folder });
    expect(configurationOf(folder, "storage")).toEqual(
      configurationOf(projectOf("typescript"), "storage"),
    );
  });
});
