import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parse } from "@cdktf/hcl2json";
import { TerraformResource, TerraformStack, Testing } from "cdktf";
import { beforeAll, describe, expect, it } from "vitest";
import { EfsCsi } from "../../csi";
import { filesBelow } from "../../scripts/generate/files";
import { modules } from "../../scripts/generate/modules";
import { terraform } from "../terraform/terraform";
import { compareVersions, featuresOf } from "./language";
import { validInputs } from "./valid-inputs";

const folderOf = (module: string) => join(__dirname, "..", "..", "modules", "csi", module);
const read = (module: string, file: string) => readFileSync(join(folderOf(module), file), "utf8");

/** The versions of the real providers whose bindings the constructs are made with. */
function boundVersions(): Record<string, string> {
  const stack = new TerraformStack(Testing.app(), "stack");
  new EfsCsi(stack, "efs", {
    awsRegion: "us-west-2",
    clusterName: "prod",
    securityGroupId: "sg-1",
    subnetIds: ["subnet-1"],
  });
  const resources = stack.node.findAll().filter((element) => element instanceof TerraformResource);
  return Object.fromEntries(
    resources
      .map(({ terraformGeneratorMetadata: metadata }) => metadata)
      .map((metadata) => [metadata?.providerName, metadata?.providerVersion]),
  );
}

/** The HCL of a folder, without comments. */
function textsIn(folder: string): string[] {
  const files = readdirSync(folder).filter((file) => file.endsWith(".tf"));
  return files.map((file) => readFileSync(join(folder, file), "utf8").replace(/^\s*#.*$/gm, ""));
}

/** The Terraform of the newest part of the language that a folder, or a module it calls, uses. */
async function newestIn(folder: string): Promise<string> {
  const versions = await Promise.all(
    textsIn(folder).map(async (text) => {
      const hcl = await parse("main.tf", text);
      const calls = Object.values<{ source: string }[]>(hcl.module ?? {}).flat();
      const called = calls.map(({ source }) => newestIn(join(folder, source)));
      return [...Object.values(featuresOf(text, hcl)), ...(await Promise.all(called))];
    }),
  );
  const newest = versions.flat().sort(compareVersions).at(-1);
  if (newest === undefined) throw new Error(`${folder} holds no HCL`);
  return newest;
}

describe.each(modules)("$name", ({ name }) => {
  // biome-ignore lint/suspicious/noExplicitAny: HCL as JSON.
  let settings: any;

  beforeAll(async () => {
    [settings] = (await parse("versions.tf", read(name, "versions.tf"))).terraform;
  });

  it("requires the oldest versions that accept it, and not the next major ones", () => {
    const [required] = settings.required_providers;
    const aws = { source: "hashicorp/aws", version: ">= 6.0.0, < 7.0.0" };
    const helm = { source: "hashicorp/helm", version: ">= 2.17.0, < 4.0.0" };
    expect(required).toEqual(name === "efs" ? { aws, helm } : { helm });
  });

  it("allows the provider versions that its resources are known from", () => {
    const bound = boundVersions();
    const [required] = settings.required_providers;
    for (const [provider, { version }] of Object.entries<{ version: string }>(required)) {
      const [, floor, bound_] = /^>= (\S+), < (\S+)$/.exec(version) ?? [];
      expect(bound[provider]).toMatch(/^\d+\.\d+\.\d+$/);
      expect(compareVersions(bound[provider], floor)).toBeGreaterThanOrEqual(0);
      expect(compareVersions(bound[provider], bound_)).toBeLessThan(0);
    }
  });

  it("requires the Terraform of the newest part of the language that it uses", async () => {
    const newest = await newestIn(folderOf(name));
    expect(settings.required_version).toBe(`>= ${newest}`);
  });

  it.each(["v2", "v3"] as const)("is valid with the helm provider %s", async (helm) => {
    const module = terraform(folderOf(name), { helm, vars: validInputs[name] });
    expect(await module.validate()).toEqual([]);
  });
});

describe("examples/hcl", () => {
  const examples = join(__dirname, "..", "..", "examples", "hcl");
  const files = filesBelow(examples, ".").filter((path) => path.endsWith(".tf"));
  const folders = [...new Set(files.map(dirname))];

  it.each(folders)("%s requires a Terraform that knows all that it uses", async (folder) => {
    const path = join(examples, folder);
    const [, required] = /required_version = ">= ([\d.]+)"/.exec(textsIn(path).join("\n")) ?? [];
    expect(required).toBeDefined();
    expect(compareVersions(`${required}.0`, await newestIn(path))).toBeGreaterThanOrEqual(0);
  });
});

describe("the scan of the language", () => {
  const scan = async (text: string) => featuresOf(text, await parse("main.tf", text));

  it("orders versions by their numbers", () => {
    expect(["1.2.0", "0.12.20", "1.10.0", "0.12.7"].sort(compareVersions)).toEqual([
      "0.12.7",
      "0.12.20",
      "1.2.0",
      "1.10.0",
    ]);
  });

  it("finds functions, also within a string", async () => {
    const features = await scan('locals {\n  a = "x${trim("a", "b")}"\n  b = alltrue([])\n}\n');
    expect(features).toEqual({ "trim()": "0.12.17", "alltrue()": "0.14.0", locals: "0.12.0" });
  });

  it("finds a condition on another variable", async () => {
    const text = `variable "a" {
  validation {
    condition     = var.a != var.b
    error_message = "They must differ."
  }
}`;
    expect(Object.values(await scan(text))).toContain("1.9.0");
  });

  it.each([
    ["function", 'locals {\n  a = startswith("a", "b")\n}\n', "`startswith`"],
    ["block", "removed {\n  from = a.b\n}\n", "`removed`"],
    ["argument of a variable", 'variable "a" {\n  ephemeral = true\n}\n', "`ephemeral`"],
  ])("refuses a %s that it does not know", async (kind, text, name) => {
    await expect(scan(text)).rejects.toThrow(`the ${kind} ${name} is new`);
  });
});
